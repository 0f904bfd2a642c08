/** The commands. Each is thin: it reads its flags, calls one thing, and turns the outcome into text and an exit code. */
@NullMarked
package hub.app.cli;

import org.jspecify.annotations.NullMarked;
