/** The live leaderboard: today's ten best, and how they moved since yesterday. */
@NullMarked
package hub.projections.ranking;

import org.jspecify.annotations.NullMarked;
