@NullMarked
package hub.query.ops;

import org.jspecify.annotations.NullMarked;
