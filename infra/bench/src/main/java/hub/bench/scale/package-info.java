/** Whether what a row and an answer cost stays the same as everything grows. */
@NullMarked
package hub.bench.scale;

import org.jspecify.annotations.NullMarked;
