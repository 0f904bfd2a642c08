/** A client that works as little as possible, so that the server is what is measured. */
@NullMarked
package hub.bench.http;

import org.jspecify.annotations.NullMarked;
