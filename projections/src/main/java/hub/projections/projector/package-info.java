/** From changes to the net writes of a commit. */
@NullMarked
package hub.projections.projector;

import org.jspecify.annotations.NullMarked;
