/** When jobs are due: pure functions of the calendar. */
@NullMarked
package hub.scheduler.due;

import org.jspecify.annotations.NullMarked;
