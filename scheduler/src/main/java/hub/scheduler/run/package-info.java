/** How a due job becomes exactly one successful run. */
@NullMarked
package hub.scheduler.run;

import org.jspecify.annotations.NullMarked;
