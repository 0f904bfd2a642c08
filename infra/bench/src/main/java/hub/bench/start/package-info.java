/** How long a process takes until its first answer. */
@NullMarked
package hub.bench.start;

import org.jspecify.annotations.NullMarked;
