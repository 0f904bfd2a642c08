@NullMarked
package hub.scheduler;

import org.jspecify.annotations.NullMarked;
