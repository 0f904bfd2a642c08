/** Before the working day begins: are its boards there, are they right, and are they loaded where they are served? */
@NullMarked
package hub.scheduler.warmup;

import org.jspecify.annotations.NullMarked;
