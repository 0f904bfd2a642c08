/** Pay rates: what an hour of somebody's work costs. Restricted: only for callers with the scope {@code cost:read}. */
@NullMarked
package hub.projections.payrates;

import org.jspecify.annotations.NullMarked;
