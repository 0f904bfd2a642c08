@NullMarked
package hub.query.http;

import org.jspecify.annotations.NullMarked;
