/** Departments: items against expectation per department and day. */
@NullMarked
package hub.projections.departments;

import org.jspecify.annotations.NullMarked;
