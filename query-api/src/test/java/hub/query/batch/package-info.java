@NullMarked
package hub.query.batch;

import org.jspecify.annotations.NullMarked;
