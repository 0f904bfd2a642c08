/**
 * How a due job becomes exactly one successful run. A lock in Redis saves work; the ledger in MySQL guarantees the outcome:
 * what a job writes and the row that says it succeeded are one transaction.
 */
@NullMarked
package hub.scheduler.run;

import org.jspecify.annotations.NullMarked;
