@NullMarked
package hub.projections.summary;

import org.jspecify.annotations.NullMarked;
