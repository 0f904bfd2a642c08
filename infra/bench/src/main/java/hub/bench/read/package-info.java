/** What a read costs, next to a server that has nothing to think about. */
@NullMarked
package hub.bench.read;

import org.jspecify.annotations.NullMarked;
