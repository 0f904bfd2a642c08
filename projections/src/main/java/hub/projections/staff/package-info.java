/** The people themselves: lists, one person, one person's day. */
@NullMarked
package hub.projections.staff;

import org.jspecify.annotations.NullMarked;
