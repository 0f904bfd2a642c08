package hub.mysql;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Reads captured rows from MySQL or MariaDB, as the change stream would deliver them. Each read is one consistent
 * snapshot, however many tables and ranges it asks for. Thread-safe; needs {@code SELECT} on the captured columns and
 * nothing else.
 */
public final class SourceRows {

    private final ConnectionFactory connections;

    /** @param connections sessions in the schema of the captured tables, such as {@link MysqlPools} gives */
    public SourceRows(ConnectionFactory connections) {
        this.connections = connections;
    }

    /**
     * Opens a consistent read, lets {@code use} read from it, and closes it when that has ended or failed. A read that is
     * cancelled goes on to the end of the statement at hand, unseen, and is closed then: neither the driver nor the pool
     * can be told to stop at any instant without losing a connection now and then. Connection errors are R2DBC's own.
     */
    public <T> Mono<T> inOneRead(Function<SourceRead, Mono<T>> use) {
        return Mono.create(waiting -> {
            AtomicBoolean isWanted = new AtomicBoolean(true);
            waiting.onCancel(() -> isWanted.set(false));
            Mono.usingWhen(
                            connections.create(),
                            connection ->
                                    open(new Sql(connection, isWanted::get)).flatMap(use),
                            SourceRows::release)
                    .contextWrite(waiting.contextView())
                    .subscribe(waiting::success, waiting::error, waiting::success);
        });
    }

    private static Mono<SourceRead> open(Sql sql) {
        return Snapshot.open(sql).map(position -> new SourceRead(sql, position));
    }

    private static Mono<Void> release(Connection connection) {
        return new Sql(connection).run("ROLLBACK").onErrorComplete().then(Mono.from(connection.close()));
    }
}
