/** The leaderboard: items and points per person and day, in both score modes. */
@NullMarked
package hub.projections.leaderboard;

import org.jspecify.annotations.NullMarked;
