@NullMarked
package hub.query;

import org.jspecify.annotations.NullMarked;
