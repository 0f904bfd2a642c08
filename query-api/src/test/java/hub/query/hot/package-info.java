@NullMarked
package hub.query.hot;

import org.jspecify.annotations.NullMarked;
