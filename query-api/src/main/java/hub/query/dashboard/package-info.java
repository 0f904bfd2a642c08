/** The dashboard's routes. */
@NullMarked
package hub.query.dashboard;

import org.jspecify.annotations.NullMarked;
