/** The whole team's figures of today, and how it and its roles did on the last days. */
@NullMarked
package hub.projections.team;

import org.jspecify.annotations.NullMarked;
