/** What an answer says about itself: one rule, one list of words. */
@NullMarked
package hub.query.state;

import org.jspecify.annotations.NullMarked;
