package hub.mysql;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements on one connection, one after the other. */
record Sql(Connection connection) {

    Mono<Void> run(String statement) {
        return Flux.from(connection.createStatement(statement).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    <T> Flux<T> rows(Function<? super Readable, T> map, String statement, Object... parameters) {
        Statement prepared = connection.createStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.bind(i, parameters[i]);
        }
        return Flux.from(prepared.execute()).concatMap(result -> result.map(map));
    }

    /** The first column of the first row; empty if there is no row. {@code NULL} is the empty text. */
    Mono<String> text(String statement) {
        return rows(
                        row -> {
                            String text = row.get(0, String.class);
                            return text == null ? "" : text;
                        },
                        statement)
                .next();
    }
}
