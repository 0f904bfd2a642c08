/** From the binlog to Redis: how fast a backlog is drained, next to an engine that drops what it reads. */
@NullMarked
package hub.bench.ingest;

import org.jspecify.annotations.NullMarked;
