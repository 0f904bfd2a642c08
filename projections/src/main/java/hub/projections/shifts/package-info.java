/** Shifts of a Central day, and the minutes in them. */
@NullMarked
package hub.projections.shifts;

import org.jspecify.annotations.NullMarked;
