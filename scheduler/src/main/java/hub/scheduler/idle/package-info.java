/** Who is clocked in and does nothing, and the alerts about it. */
@NullMarked
package hub.scheduler.idle;

import org.jspecify.annotations.NullMarked;
