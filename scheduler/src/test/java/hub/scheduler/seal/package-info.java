@NullMarked
package hub.scheduler.seal;

import org.jspecify.annotations.NullMarked;
