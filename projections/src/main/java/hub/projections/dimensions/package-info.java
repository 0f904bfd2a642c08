/** Who and what: employees and roles, joined to boards when an answer is made. */
@NullMarked
package hub.projections.dimensions;

import org.jspecify.annotations.NullMarked;
