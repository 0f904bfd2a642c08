@NullMarked
package hub.testkit.oracle;

import org.jspecify.annotations.NullMarked;
