/** Benchmarks: each figure next to the least that could do the job, measured in the same run on the same data. */
@NullMarked
package hub.bench;

import org.jspecify.annotations.NullMarked;
