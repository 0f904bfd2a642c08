/** Activity windows of the last days, by hour, and the active minutes derived from them. */
@NullMarked
package hub.projections.windows;

import org.jspecify.annotations.NullMarked;
