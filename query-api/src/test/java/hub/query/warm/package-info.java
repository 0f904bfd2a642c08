@NullMarked
package hub.query.warm;

import org.jspecify.annotations.NullMarked;
