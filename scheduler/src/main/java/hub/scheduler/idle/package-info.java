/** A record of who was clocked in and did nothing. */
@NullMarked
package hub.scheduler.idle;

import org.jspecify.annotations.NullMarked;
