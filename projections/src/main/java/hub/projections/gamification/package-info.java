/** What people were awarded, and what teams set out to reach together. */
@NullMarked
package hub.projections.gamification;

import org.jspecify.annotations.NullMarked;
