/** What an operator asks of the process that holds the ingest lease, and how the answer is followed. */
@NullMarked
package hub.app.operator;

import org.jspecify.annotations.NullMarked;
