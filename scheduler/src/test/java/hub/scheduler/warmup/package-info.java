@NullMarked
package hub.scheduler.warmup;

import org.jspecify.annotations.NullMarked;
