/** The domain: changes, cells, boards, views, the projector, and the store as a port. No framework. */
@NullMarked
package hub.projections;

import org.jspecify.annotations.NullMarked;
