/** The serving side: REST and live streams over WebFlux, down the ladder from bytes in process to MySQL. */
@NullMarked
package hub.query;

import org.jspecify.annotations.NullMarked;
