/** What work costs, by person and by department. Restricted: only for callers with the scope {@code cost:read}. */
@NullMarked
package hub.projections.cost;

import org.jspecify.annotations.NullMarked;
