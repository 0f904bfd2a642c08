/** How days develop: moving averages, direction, consistency. */
@NullMarked
package hub.projections.trend;

import org.jspecify.annotations.NullMarked;
