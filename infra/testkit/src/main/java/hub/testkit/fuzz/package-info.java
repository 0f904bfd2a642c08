/** Many strange requests to a running service: what it must never do is fail, or grow. */
@NullMarked
package hub.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
