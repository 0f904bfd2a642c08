@NullMarked
package hub.scheduler.run;

import org.jspecify.annotations.NullMarked;
