/** Shifts and people from Connecteam into MySQL: the client, the mapping, and what is written. */
@NullMarked
package hub.connecteam;

import org.jspecify.annotations.NullMarked;
