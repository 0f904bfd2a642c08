/** One Central day of everybody, from all boards that know of it: what ranges, costs and people's own pages add up. */
@NullMarked
package hub.projections.workday;

import org.jspecify.annotations.NullMarked;
