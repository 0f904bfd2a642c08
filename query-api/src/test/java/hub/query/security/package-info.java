@NullMarked
package hub.query.security;

import org.jspecify.annotations.NullMarked;
