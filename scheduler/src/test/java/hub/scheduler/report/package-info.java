@NullMarked
package hub.scheduler.report;

import org.jspecify.annotations.NullMarked;
