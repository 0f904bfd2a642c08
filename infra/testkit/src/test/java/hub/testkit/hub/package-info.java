/** The judge's own tests. */
@NullMarked
package hub.testkit.hub;

import org.jspecify.annotations.NullMarked;
