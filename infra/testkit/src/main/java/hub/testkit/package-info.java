/** Scenarios, contracts and fault tools, and the tests of the whole. */
@NullMarked
package hub.testkit;

import org.jspecify.annotations.NullMarked;
