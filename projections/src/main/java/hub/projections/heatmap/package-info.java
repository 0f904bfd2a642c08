/** The hourly heatmap: when in the day the work was done. */
@NullMarked
package hub.projections.heatmap;

import org.jspecify.annotations.NullMarked;
