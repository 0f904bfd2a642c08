/** How long after a commit of the source a caller sees it. */
@NullMarked
package hub.bench.freshness;

import org.jspecify.annotations.NullMarked;
