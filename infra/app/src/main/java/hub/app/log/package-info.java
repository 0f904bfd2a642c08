/** Log lines: one entry, one line, whatever it says; for people, or as JSON for machines. */
@NullMarked
package hub.app.log;

import org.jspecify.annotations.NullMarked;
