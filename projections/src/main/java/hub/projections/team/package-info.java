/** The whole team's figures of today. */
@NullMarked
package hub.projections.team;

import org.jspecify.annotations.NullMarked;
