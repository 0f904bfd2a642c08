package hub.bench.compare;

import hub.mysql.MysqlPools;
import hub.mysql.MysqlSettings;
import hub.projections.time.CentralDay;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The plan's leaderboard statement, through a pool of the plan's size. */
public final class PlanStatement implements AutoCloseable {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();

    private final ConnectionPool pool;
    private final String sql;

    public PlanStatement(MysqlSettings source, LocalDate day) {
        pool = MysqlPools.pool(source, "plan", MysqlPools.MAX_CONNECTIONS);
        CentralDay central = new CentralDay(day);
        sql = read().replace(":start", "'" + UTC.format(central.start()) + "'")
                .replace(":end", "'" + UTC.format(central.end().minusSeconds(1)) + "'")
                .replace(":day", "'" + day + "'");
    }

    /** Runs it once; the rows as JSON. */
    public Mono<byte[]> run() {
        return Flux.usingWhen(
                        pool.create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .flatMap(result -> result.map(PlanStatement::row)),
                        connection -> connection.close())
                .collectList()
                .map(JSON::writeValueAsBytes);
    }

    private static Map<String, @Nullable Object> row(Row row, RowMetadata columns) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        columns.getColumnMetadatas().forEach(column -> values.put(column.getName(), row.get(column.getName())));
        return values;
    }

    private static String read() {
        try (InputStream file = PlanStatement.class.getResourceAsStream("leaderboard.sql")) {
            if (file == null) {
                throw new IllegalStateException("leaderboard.sql is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .reduce("", (sql, line) -> sql + line + '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
