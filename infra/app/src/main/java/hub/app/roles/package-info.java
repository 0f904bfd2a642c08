/** The roles of a process: what each needs, when it may start, how it ends. */
@NullMarked
package hub.app.roles;

import org.jspecify.annotations.NullMarked;
