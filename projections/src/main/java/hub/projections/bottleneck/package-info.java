/** The flow of work through the five stations, and where it is held up. */
@NullMarked
package hub.projections.bottleneck;

import org.jspecify.annotations.NullMarked;
