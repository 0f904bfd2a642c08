/** The store port: generations, checkpoint, commit. */
@NullMarked
package hub.projections.store;

import org.jspecify.annotations.NullMarked;
