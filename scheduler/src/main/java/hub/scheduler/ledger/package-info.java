/** What became of each run, in MySQL. */
@NullMarked
package hub.scheduler.ledger;

import org.jspecify.annotations.NullMarked;
