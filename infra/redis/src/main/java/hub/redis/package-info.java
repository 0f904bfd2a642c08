/** The store and the reader over Lettuce: one commit script, one read script. */
@NullMarked
package hub.redis;

import org.jspecify.annotations.NullMarked;
