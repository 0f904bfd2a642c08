@NullMarked
package hub.mysql;

import org.jspecify.annotations.NullMarked;
