/** Doubts about activities. */
@NullMarked
package hub.projections.flags;

import org.jspecify.annotations.NullMarked;
