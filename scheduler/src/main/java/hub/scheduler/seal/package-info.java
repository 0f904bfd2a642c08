/** A day's record: how it is computed, written and sealed. */
@NullMarked
package hub.scheduler.seal;

import org.jspecify.annotations.NullMarked;
