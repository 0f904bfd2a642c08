/** The ladder: from bytes in process down to MySQL, and which rung answers when. */
@NullMarked
package hub.query.ladder;

import org.jspecify.annotations.NullMarked;
