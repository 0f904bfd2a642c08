/** Read models: one pure function from a row to its cells, and the list of all of them. */
@NullMarked
package hub.projections.model;

import org.jspecify.annotations.NullMarked;
