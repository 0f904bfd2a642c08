/** Reading what one has written: an answer that contains a position, or word that there is none yet. */
@NullMarked
package hub.query.readafter;

import org.jspecify.annotations.NullMarked;
