/** The change stream: the embedded Debezium engine, and the only place that knows the shape of its records. */
@NullMarked
package hub.ingest;

import org.jspecify.annotations.NullMarked;
