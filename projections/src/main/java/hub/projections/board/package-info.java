/** The stored side: boards, their partitions, and the sums and facts in them. */
@NullMarked
package hub.projections.board;

import org.jspecify.annotations.NullMarked;
