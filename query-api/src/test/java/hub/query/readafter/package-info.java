@NullMarked
package hub.query.readafter;

import org.jspecify.annotations.NullMarked;
