package hub.scheduler;

import hub.projections.change.Canary;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Writes the next canary to MySQL. Stamped by MySQL's clock, in UTC. Two writers at once are harmless: the row is locked
 * from the write to the commit, so each reads back what it wrote and the number only grows.
 */
final class CanaryWriter {

    private static final String WRITE = "INSERT INTO hub_heartbeat (id, n, written_at) VALUES (1, 1, UTC_TIMESTAMP(6))"
            + " ON DUPLICATE KEY UPDATE n = n + 1, written_at = UTC_TIMESTAMP(6)";
    private static final String READ_BACK = "SELECT n, written_at FROM hub_heartbeat WHERE id = 1";

    private final DatabaseClient sql;
    private final TransactionalOperator transaction;

    CanaryWriter(ConnectionFactory connections) {
        sql = DatabaseClient.create(connections);
        transaction = TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    /** The canary, once it is committed. */
    Mono<Canary> write() {
        return sql.sql(WRITE)
                .fetch()
                .rowsUpdated()
                .then(sql.sql(READ_BACK)
                        .map(row -> new Canary(
                                Objects.requireNonNull(row.get("n", Long.class)),
                                Objects.requireNonNull(row.get("written_at", LocalDateTime.class))
                                        .toInstant(ZoneOffset.UTC)))
                        .one())
                .as(transaction::transactional);
    }

    /** As {@link #write}, for callers that wait. */
    Canary writeWithin(Duration timeout) {
        Canary canary = write().block(timeout);
        if (canary == null) {
            throw new IllegalStateException("MySQL returned no canary after writing it");
        }
        return canary;
    }
}
