@NullMarked
package hub.scheduler.report.render;

import org.jspecify.annotations.NullMarked;
