@NullMarked
package hub.query.state;

import org.jspecify.annotations.NullMarked;
