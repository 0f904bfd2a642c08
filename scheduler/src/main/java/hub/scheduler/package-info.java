/** The jobs of the day, each run once under ShedLock and recorded in a ledger. */
@NullMarked
package hub.scheduler;

import org.jspecify.annotations.NullMarked;
