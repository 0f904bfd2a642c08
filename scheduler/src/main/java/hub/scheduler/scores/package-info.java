/** The scores of the running day, for readers of {@code daily_scores} outside this service. */
@NullMarked
package hub.scheduler.scores;

import org.jspecify.annotations.NullMarked;
