package hub.mysql;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The reports that the jobs have kept in {@code hub_reports}. Thread-safe; needs {@code SELECT} on that table. A schema in
 * which the jobs have never run has no such table, and so no reports.
 */
public final class MysqlReports {

    private static final int NO_SUCH_TABLE = 1146;

    private static final String LIST = "SELECT score_date, version, kind, title, headline, position, made_at"
            + " FROM hub_reports r WHERE audience = :audience AND version = (SELECT MAX(version) FROM hub_reports n"
            + " WHERE n.score_date = r.score_date AND n.audience = r.audience) ORDER BY score_date DESC LIMIT ";

    private final DatabaseClient sql;

    /** @param connections sessions in the schema, such as {@link MysqlPools} gives */
    public MysqlReports(ConnectionFactory connections) {
        sql = DatabaseClient.create(connections);
    }

    /**
     * One kept report, without its body.
     *
     * @param version of the day's seal
     * @param kind {@code provisional}, {@code closing} or {@code restated}
     * @param position the source position that its figures contain
     */
    public record Entry(
            LocalDate date, int version, String kind, String title, String headline, String position, Instant madeAt) {}

    /** @param body in the form that was asked for */
    public record Kept(int version, String position, String body) {}

    /** The forms in which a report is kept. */
    public enum Form {
        HTML,
        CSV,
        JSON
    }

    /** The newest version of each of the latest days, newest day first. */
    public Mono<List<Entry>> list(String audience, int most) {
        return sql.sql(LIST + most)
                .bind("audience", audience)
                .map(row -> new Entry(
                        Objects.requireNonNull(row.get("score_date", LocalDate.class)),
                        Objects.requireNonNull(row.get("version", Integer.class)),
                        Objects.requireNonNull(row.get("kind", String.class)),
                        Objects.requireNonNull(row.get("title", String.class)),
                        Objects.requireNonNull(row.get("headline", String.class)),
                        Objects.requireNonNull(row.get("position", String.class)),
                        Objects.requireNonNull(row.get("made_at", LocalDateTime.class))
                                .toInstant(ZoneOffset.UTC)))
                .all()
                .collectList()
                .onErrorResume(MysqlReports::noTable, e -> Mono.just(List.of()));
    }

    /**
     * The report of a day; empty if none is kept.
     *
     * @param version 0 for the newest
     */
    public Mono<Kept> find(LocalDate date, int version, String audience, Form form) {
        String column = switch (form) {
            case HTML -> "html";
            case CSV -> "csv";
            case JSON -> "json";
        };
        return sql.sql("SELECT version, position, " + column + " AS body FROM hub_reports WHERE score_date = :date"
                        + " AND audience = :audience AND (:any = 0 OR version = :version)"
                        + " ORDER BY version DESC LIMIT 1")
                .bind("date", date)
                .bind("audience", audience)
                .bind("any", version)
                .bind("version", version)
                .map(row -> new Kept(
                        Objects.requireNonNull(row.get("version", Integer.class)),
                        Objects.requireNonNull(row.get("position", String.class)),
                        Objects.requireNonNull(row.get("body", String.class))))
                .one()
                .onErrorResume(MysqlReports::noTable, e -> Mono.empty());
    }

    private static boolean noTable(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException sql && sql.getErrorCode() == NO_SUCH_TABLE) {
                return true;
            }
        }
        return false;
    }
}
