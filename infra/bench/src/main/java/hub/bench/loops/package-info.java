/** The inner loops, each by itself under JMH: what a row, a commit and an answer cost without servers. */
@NullMarked
package hub.bench.loops;

import org.jspecify.annotations.NullMarked;
