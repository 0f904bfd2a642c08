/** What is written into the source. */
@NullMarked
package hub.bench.load;

import org.jspecify.annotations.NullMarked;
