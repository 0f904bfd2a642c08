@NullMarked
package hub.projections.position;

import org.jspecify.annotations.NullMarked;
