/** Letting go of the days that are not to be held any longer. */
@NullMarked
package hub.scheduler.retention;

import org.jspecify.annotations.NullMarked;
