/** What can be set, where settings come from, and what is refused. */
@NullMarked
package hub.app.config;

import org.jspecify.annotations.NullMarked;
