/** The one runnable: the command line, and the wiring of the three roles. */
@NullMarked
package hub.app;

import org.jspecify.annotations.NullMarked;
