/** Stored daily scores, as the jobs and the legacy write them. */
@NullMarked
package hub.projections.scores;

import org.jspecify.annotations.NullMarked;
