/** The machine under the figures: what it is, and what its threads and processes use. */
@NullMarked
package hub.bench.machine;

import org.jspecify.annotations.NullMarked;
