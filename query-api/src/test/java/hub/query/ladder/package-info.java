@NullMarked
package hub.query.ladder;

import org.jspecify.annotations.NullMarked;
