/** Today's answers, ready before anybody asks. */
@NullMarked
package hub.query.warm;

import org.jspecify.annotations.NullMarked;
