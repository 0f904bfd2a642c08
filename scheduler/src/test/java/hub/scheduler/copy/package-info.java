@NullMarked
package hub.scheduler.copy;

import org.jspecify.annotations.NullMarked;
