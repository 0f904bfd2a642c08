/** One person's own page: today, trend, streak and latest work. */
@NullMarked
package hub.projections.portal;

import org.jspecify.annotations.NullMarked;
