/** A simulated week of two schedulers on real servers, with everything going wrong. */
@NullMarked
package hub.scheduler.week;

import org.jspecify.annotations.NullMarked;
