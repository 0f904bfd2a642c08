/** The real service as tests start it, and the dashboard that reads from it. */
@NullMarked
package hub.testkit.hub;

import org.jspecify.annotations.NullMarked;
