/** Analytics of a range of days: people, departments and the whole. */
@NullMarked
package hub.projections.daterange;

import org.jspecify.annotations.NullMarked;
