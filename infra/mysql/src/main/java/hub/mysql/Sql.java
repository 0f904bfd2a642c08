package hub.mysql;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Statements on one connection, one after the other. Each one is read to its end: the driver loses a connection whose
 * statement is cancelled (asyncer-io/r2dbc-mysql#347).
 *
 * @param isWanted asked before each statement, which is not begun any more if nobody waits for it, and for each row, which is
 *     then passed over
 */
record Sql(Connection connection, BooleanSupplier isWanted) {

    Sql(Connection connection) {
        this(connection, () -> true);
    }

    Mono<Void> run(String statement) {
        return execute(connection.createStatement(statement))
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    <T> Flux<T> rows(Function<? super Readable, T> map, String statement, Object... parameters) {
        Statement prepared = connection.createStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.bind(i, parameters[i]);
        }
        return execute(prepared)
                .concatMap(result ->
                        result.map(row -> isWanted.getAsBoolean() ? Optional.of(map.apply(row)) : Optional.<T>empty()))
                .handle((mapped, rows) -> mapped.ifPresent(rows::next));
    }

    /** The first column of the only row; empty if there is no row. {@code NULL} is the empty text. */
    Mono<String> text(String statement) {
        return rows(
                        row -> {
                            String text = row.get(0, String.class);
                            return text == null ? "" : text;
                        },
                        statement)
                .singleOrEmpty();
    }

    private Flux<Result> execute(Statement statement) {
        return Flux.defer(() -> isWanted.getAsBoolean()
                ? Flux.from(statement.execute())
                : Flux.error(new CancellationException("Nobody waits for this read any more.")));
    }
}
