/** Tests of this package. */
@NullMarked
package hub.projections.change;

import org.jspecify.annotations.NullMarked;
