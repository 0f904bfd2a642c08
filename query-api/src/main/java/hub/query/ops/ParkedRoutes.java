package hub.query.ops;

import hub.projections.board.PartitionId;
import hub.projections.change.Table;
import hub.projections.parked.ParkedRow;
import hub.projections.parked.ParkedRows;
import hub.projections.store.Generation;
import hub.projections.store.SourcePosition;
import hub.query.boards.BoardSource;
import hub.query.boards.LiveBoards;
import hub.query.hot.Json;
import hub.query.http.Arguments;
import hub.query.http.Call;
import hub.query.http.Method;
import hub.query.http.Parameter;
import hub.query.http.PathTemplate;
import hub.query.http.Problem;
import hub.query.http.ProblemType;
import hub.query.http.Reply;
import hub.query.http.Route;
import hub.query.http.RouteSource;
import hub.query.security.Scope;
import hub.redis.Acknowledgements;
import hub.redis.Acknowledgements.Acknowledgement;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import hub.redis.ReadResult;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The list of parked rows, read from the store at one position, and acknowledging one. Who tried is written to the log
 * {@code hub.audit} once it is known what became of it. It changes no answer: they stay {@code degraded} until the row is
 * corrected or deleted in MySQL.
 */
public final class ParkedRoutes implements RouteSource {

    private static final Logger AUDIT = LoggerFactory.getLogger("hub.audit");

    private static final Parameter<Table> TABLE = Parameter.choice("table", Table.class, "The table of the parked row");
    private static final Parameter<Long> ID =
            Parameter.integer("id", Long.MIN_VALUE + 1, Long.MAX_VALUE, "The primary key of the parked row");

    private final LiveBoards live;
    private final BoardSource source;
    private final Acknowledgements acknowledgements;
    private final Clock clock;

    public ParkedRoutes(LiveBoards live, BoardSource source, Acknowledgements acknowledgements, Clock clock) {
        this.live = live;
        this.source = source;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "parked",
                        "/api/ops/parked",
                        Scope.OPS,
                        "Rows of MySQL whose cells cannot be computed",
                        call -> listed().map(Listed::reply)),
                new Route(
                        "parked-acknowledge",
                        Method.POST,
                        new PathTemplate("/api/ops/parked/acknowledge"),
                        Scope.OPS,
                        "Says that a parked row is known",
                        List.of(TABLE, ID),
                        this::acknowledge));
    }

    private Mono<Reply> acknowledge(Call call) {
        Arguments arguments = call.arguments();
        Table table = arguments.get(TABLE);
        long id = arguments.get(ID);
        return listed().flatMap(listed -> {
            ParkedRow row = listed.row(table, id);
            if (row == null) {
                return Mono.error(
                        Problem.of(ProblemType.NOT_FOUND, "Row " + id + " of " + table.sqlName() + " is not parked")
                                .refusal());
            }
            String key = call.key().id();
            return acknowledgements
                    .add(listed.name(table, row), new Acknowledgement(key, clock.instant()))
                    .doOnSuccess(first -> audit(key, first ? "acknowledged" : "acknowledged once more", table, row))
                    .doOnError(e -> audit(key, "could not acknowledge", table, row))
                    .then(acknowledgements.retain(listed.names()))
                    .then(listed())
                    .map(Listed::reply);
        });
    }

    private static void audit(String key, String did, Table table, ParkedRow row) {
        AUDIT.info(
                "key {} {} parked row {} of {}, {}: {}",
                key,
                did,
                row.id(),
                table.sqlName(),
                parkedAt(row),
                row.reason());
    }

    private static String parkedAt(ParkedRow row) {
        return row.position().equals(SourcePosition.NONE)
                ? "found by the snapshot"
                : "parked at " + row.position().text();
    }

    private Mono<Listed> listed() {
        return Mono.defer(() -> {
            Generation generation = live.requireEpoch().generation();
            Map<PartitionId, @Nullable PartitionVersion> all = new HashMap<>();
            for (Table table : Table.values()) {
                all.put(ParkedRows.partition(table), null);
            }
            return source.read(generation, all)
                    .zipWith(acknowledgements.all(), (read, seen) -> Listed.of(generation, read, seen));
        });
    }

    /** What is parked in one generation, and what of it was acknowledged. */
    private record Listed(
            Generation generation,
            SourcePosition position,
            Map<Table, List<ParkedRow>> rows,
            Map<String, Acknowledgement> seen) {

        static Listed of(Generation generation, ReadResult read, Map<String, Acknowledgement> seen) {
            Map<Table, List<ParkedRow>> rows = new java.util.EnumMap<>(Table.class);
            for (Table table : Table.values()) {
                PartitionRead found = read.changed().get(ParkedRows.partition(table));
                if (found != null) {
                    rows.put(
                            table,
                            ParkedRows.board(table)
                                    .decode()
                                    .apply(found.fields())
                                    .rows());
                }
            }
            return new Listed(generation, read.checkpoint().position(), rows, seen);
        }

        /** Parked again, or in another generation, a row has another name: it has to be acknowledged again. */
        String name(Table table, ParkedRow row) {
            return generation + " " + table.sqlName() + " " + row.id() + " "
                    + row.position().text();
        }

        List<String> names() {
            List<String> names = new ArrayList<>();
            rows.forEach((table, parked) -> parked.forEach(row -> names.add(name(table, row))));
            return names;
        }

        @Nullable
        ParkedRow row(Table table, long id) {
            return rows.getOrDefault(table, List.of()).stream()
                    .filter(row -> row.id() == id)
                    .findAny()
                    .orElse(null);
        }

        Reply reply() {
            List<ParkedReport.Entry> entries = new ArrayList<>();
            rows.forEach((table, parked) -> parked.forEach(row -> entries.add(entry(table, row))));
            long unknown = entries.stream()
                    .filter(entry -> entry.acknowledgedBy() == null)
                    .count();
            return Reply.json(Json.bytes(new ParkedReport(generation.toString(), position.text(), unknown, entries)));
        }

        private ParkedReport.Entry entry(Table table, ParkedRow row) {
            Acknowledgement acknowledgement = seen.get(name(table, row));
            return new ParkedReport.Entry(
                    table.sqlName(),
                    row.id(),
                    row.boards().stream().sorted().toList(),
                    row.reason(),
                    row.position().equals(SourcePosition.NONE)
                            ? null
                            : row.position().text(),
                    acknowledgement == null ? null : acknowledgement.by(),
                    acknowledgement == null ? null : acknowledgement.at());
        }
    }
}
