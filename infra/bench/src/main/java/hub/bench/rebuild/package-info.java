/** How fast a generation is filled. */
@NullMarked
package hub.bench.rebuild;

import org.jspecify.annotations.NullMarked;
