/** The servers that are measured on. */
@NullMarked
package hub.bench.stage;

import org.jspecify.annotations.NullMarked;
