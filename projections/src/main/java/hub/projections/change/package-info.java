/** The change vocabulary: what the stream can say, and which columns it may carry. */
@NullMarked
package hub.projections.change;

import org.jspecify.annotations.NullMarked;
