@NullMarked
package hub.scheduler.reporting;

import org.jspecify.annotations.NullMarked;
