/** Rows as the real writers write them: by SQL. */
@NullMarked
package hub.testkit.scenario;

import org.jspecify.annotations.NullMarked;
