/** From the captured columns of a table to the rows of the change vocabulary, for every way of reading them. */
@NullMarked
package hub.ingest.row;

import org.jspecify.annotations.NullMarked;
