@NullMarked
package hub.testkit;

import org.jspecify.annotations.NullMarked;
