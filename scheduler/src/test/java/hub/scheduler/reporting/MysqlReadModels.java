package hub.scheduler.reporting;

import hub.mysql.MysqlBoards;
import hub.mysql.MysqlBoards.OneRead;
import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.SourceProgress;
import hub.projections.view.View;
import hub.redis.BoardSnapshot;
import hub.redis.Marks;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import hub.scheduler.report.DailyReport;
import hub.scheduler.report.ReportQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Read models that are always exactly what MySQL says: computed from one consistent read at each question. */
record MysqlReadModels(MysqlBoards mysql) implements ReadModels {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    @Override
    public Optional<BoardSnapshot> take(View<ReportQuery, DailyReport> view, ReportQuery query) {
        return Optional.ofNullable(mysql.inOneRead(read -> complete(read, view, query, nothing(read)))
                .block(WITHIN));
    }

    private static Mono<BoardSnapshot> complete(
            OneRead read, View<ReportQuery, DailyReport> view, ReportQuery query, BoardSnapshot held) {
        Set<PartitionId> wanted =
                new HashSet<>(view.reads(query, held, query.edition().evaluatedAt()));
        wanted.removeAll(held.read().keySet());
        return wanted.isEmpty()
                ? Mono.just(held)
                : read.load(wanted).flatMap(loaded -> complete(read, view, query, with(held, loaded)));
    }

    private static BoardSnapshot with(BoardSnapshot held, Map<PartitionId, Map<String, String>> loaded) {
        Map<PartitionId, PartitionRead> all = new HashMap<>(held.read());
        loaded.forEach(
                (partition, fields) -> all.put(partition, new PartitionRead(PartitionVersion.UNTOUCHED, fields)));
        return new BoardSnapshot(held.generation(), held.checkpoint(), held.marks(), all);
    }

    private static BoardSnapshot nothing(OneRead read) {
        Checkpoint at = Checkpoint.filling("server", Horizon.UNLIMITED, "digest")
                .streamedTo(new SourceProgress("r", read.positionAtLeast(), Instant.EPOCH, List.of()));
        return new BoardSnapshot(new Generation(1), at, Marks.NONE, Map.of());
    }
}
