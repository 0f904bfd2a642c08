package hub.scheduler.reporting;

import hub.projections.view.View;
import hub.redis.BoardSnapshot;
import hub.redis.BoardSnapshots;
import hub.scheduler.report.DailyReport;
import hub.scheduler.report.ReportQuery;
import java.time.Duration;
import java.util.Optional;

/** The live read models, as the report's view reads them. */
@FunctionalInterface
interface ReadModels {

    /**
     * Everything that {@code view} reads, at one checkpoint; empty if no generation is live.
     *
     * @throws RuntimeException if the store cannot be asked
     */
    Optional<BoardSnapshot> take(View<ReportQuery, DailyReport> view, ReportQuery query);

    static ReadModels of(BoardSnapshots snapshots, Duration within) {
        return (view, query) -> Optional.ofNullable(
                snapshots.take(view, query, query.edition().evaluatedAt()).block(within));
    }
}
