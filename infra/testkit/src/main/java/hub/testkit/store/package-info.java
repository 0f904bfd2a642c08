/** What every store must do, and the parts to say it in tests. */
@NullMarked
package hub.testkit.store;

import org.jspecify.annotations.NullMarked;
