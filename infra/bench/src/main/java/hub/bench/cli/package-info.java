/** {@code hub bench} and its parts. */
@NullMarked
package hub.bench.cli;

import org.jspecify.annotations.NullMarked;
