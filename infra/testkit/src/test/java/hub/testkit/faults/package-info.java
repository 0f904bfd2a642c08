/** The fault matrix, row by row. */
@NullMarked
package hub.testkit.faults;

import org.jspecify.annotations.NullMarked;
