/** Answers kept ready: rendered once per change, printed with a position at which they are known to stand. */
@NullMarked
package hub.query.hot;

import org.jspecify.annotations.NullMarked;
