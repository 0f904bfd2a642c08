/** The module table as tests. */
@NullMarked
package hub.testkit.architecture;

import org.jspecify.annotations.NullMarked;
