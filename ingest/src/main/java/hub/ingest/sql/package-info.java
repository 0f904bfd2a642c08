/** Plain JDBC to the source: identity, preflight, and the one consistent read that verifies a filled generation. */
@NullMarked
package hub.ingest.sql;

import org.jspecify.annotations.NullMarked;
