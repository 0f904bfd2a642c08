/** What time it is in the warehouse. */
@NullMarked
package hub.projections.servertime;

import org.jspecify.annotations.NullMarked;
