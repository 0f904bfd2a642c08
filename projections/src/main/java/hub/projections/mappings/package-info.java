/** What the staff page lists for somebody to put right: who in PodFactory is who, and who is not linked at all. */
@NullMarked
package hub.projections.mappings;

import org.jspecify.annotations.NullMarked;
