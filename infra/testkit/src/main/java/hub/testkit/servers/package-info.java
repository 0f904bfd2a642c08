/** The MySQL and the Redis that tests run against: embedded, or real ones in containers. */
@NullMarked
package hub.testkit.servers;

import org.jspecify.annotations.NullMarked;
