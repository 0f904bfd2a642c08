/** What the shop floor's screen celebrates, and what the manager's warns of: streaks, ticker, achievements, alerts. */
@NullMarked
package hub.projections.highlights;

import org.jspecify.annotations.NullMarked;
