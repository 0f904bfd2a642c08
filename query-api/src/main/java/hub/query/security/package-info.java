/** Who may ask for what: API keys of which only digests are known, and the scopes that routes declare. */
@NullMarked
package hub.query.security;

import org.jspecify.annotations.NullMarked;
