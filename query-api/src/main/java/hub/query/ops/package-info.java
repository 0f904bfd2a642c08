/** What operators ask: how the pipeline is. */
@NullMarked
package hub.query.ops;

import org.jspecify.annotations.NullMarked;
