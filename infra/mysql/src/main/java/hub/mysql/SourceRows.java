package hub.mysql;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
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
     * Opens a consistent read, lets {@code use} read from it, and closes it when that has ended, failed or been cancelled.
     * Connection errors are R2DBC's own.
     */
    public <T> Mono<T> inOneRead(Function<SourceRead, Mono<T>> use) {
        return Mono.usingWhen(
                connections.create(),
                connection -> open(connection).flatMap(use),
                SourceRows::release,
                (connection, error) -> release(connection),
                SourceRows::release);
    }

    private static Mono<SourceRead> open(Connection connection) {
        Sql sql = new Sql(connection);
        return Snapshot.open(sql).map(position -> new SourceRead(sql, position));
    }

    private static Mono<Void> release(Connection connection) {
        return new Sql(connection).run("ROLLBACK").onErrorComplete().then(Mono.from(connection.close()));
    }
}
