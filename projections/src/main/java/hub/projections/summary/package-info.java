/** What a first page shows, in one answer. */
@NullMarked
package hub.projections.summary;

import org.jspecify.annotations.NullMarked;
