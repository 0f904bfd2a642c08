/** The R2DBC pool, the schema migrations, and the range reads of the last rung. */
@NullMarked
package hub.mysql;

import org.jspecify.annotations.NullMarked;
