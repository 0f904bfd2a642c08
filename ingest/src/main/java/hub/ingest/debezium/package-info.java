/** The embedded engine behind the {@link hub.ingest.ChangeSource} port; nothing else knows the shape of its records. */
@NullMarked
package hub.ingest.debezium;

import org.jspecify.annotations.NullMarked;
