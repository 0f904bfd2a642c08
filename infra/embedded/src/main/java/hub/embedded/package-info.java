/** A MariaDB and a Redis out of Maven artifacts, for the demo and the tests. */
@NullMarked
package hub.embedded;

import org.jspecify.annotations.NullMarked;
