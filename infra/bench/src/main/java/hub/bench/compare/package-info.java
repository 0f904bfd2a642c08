/** What a team would build instead: the plan's statement, and a Redis cache in front of it. */
@NullMarked
package hub.bench.compare;

import org.jspecify.annotations.NullMarked;
