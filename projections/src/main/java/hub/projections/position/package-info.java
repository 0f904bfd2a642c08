/** Positions of the source: as people and servers print them, and which contains which. */
@NullMarked
package hub.projections.position;

import org.jspecify.annotations.NullMarked;
