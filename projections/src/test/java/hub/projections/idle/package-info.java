@NullMarked
package hub.projections.idle;

import org.jspecify.annotations.NullMarked;
