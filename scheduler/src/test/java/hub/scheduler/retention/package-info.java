@NullMarked
package hub.scheduler.retention;

import org.jspecify.annotations.NullMarked;
