/** Rows whose cells cannot be computed: set aside visibly, never skipped silently, never a reason to stop. */
@NullMarked
package hub.projections.parked;

import org.jspecify.annotations.NullMarked;
