/** Several views asked for in one request, answered at one position and one instant. */
@NullMarked
package hub.query.batch;

import org.jspecify.annotations.NullMarked;
