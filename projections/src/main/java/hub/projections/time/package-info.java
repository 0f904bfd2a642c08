/** The one definition of the Central day. */
@NullMarked
package hub.projections.time;

import org.jspecify.annotations.NullMarked;
