/** What the source has of the tables that it may lack. */
@NullMarked
package hub.projections.source;

import org.jspecify.annotations.NullMarked;
