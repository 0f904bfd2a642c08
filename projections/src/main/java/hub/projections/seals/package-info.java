/** Sealed days, as the jobs write them: which version of a day's record there is, and what work was worth then. */
@NullMarked
package hub.projections.seals;

import org.jspecify.annotations.NullMarked;
