/** Benchmarks: what a change, a commit and a read cost. */
@NullMarked
package hub.bench;

import org.jspecify.annotations.NullMarked;
