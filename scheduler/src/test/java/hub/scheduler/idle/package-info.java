@NullMarked
package hub.scheduler.idle;

import org.jspecify.annotations.NullMarked;
