/** Who came, went and did what today, one line each. */
@NullMarked
package hub.projections.feed;

import org.jspecify.annotations.NullMarked;
