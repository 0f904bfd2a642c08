@NullMarked
package hub.scheduler.due;

import org.jspecify.annotations.NullMarked;
