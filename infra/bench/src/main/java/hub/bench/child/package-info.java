/** Processes that are measured from outside: the service, and the floors beside it. */
@NullMarked
package hub.bench.child;

import org.jspecify.annotations.NullMarked;
