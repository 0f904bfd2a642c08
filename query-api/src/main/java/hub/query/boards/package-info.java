/** What the serving side knows about the store: a port, and how far what was heard can be trusted. */
@NullMarked
package hub.query.boards;

import org.jspecify.annotations.NullMarked;
