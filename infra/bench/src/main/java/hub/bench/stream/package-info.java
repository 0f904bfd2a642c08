/** How many readers a process can push to. */
@NullMarked
package hub.bench.stream;

import org.jspecify.annotations.NullMarked;
