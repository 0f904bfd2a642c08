package hub.scheduler.reporting;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.seals.SealDay;
import hub.projections.view.View;
import hub.redis.BoardSnapshot;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import hub.scheduler.report.DailyReport;
import hub.scheduler.report.ReportQuery;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.seal.Seal;
import hub.scheduler.seal.Seals;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Read models whose stream is behind: what was sealed less than that time ago has not arrived. */
record LateReadModels(ReadModels models, JobsDatabase database, InstantSource clock, Duration behind)
        implements ReadModels {

    @Override
    public Optional<BoardSnapshot> take(View<ReportQuery, DailyReport> view, ReportQuery query) {
        Optional<BoardSnapshot> now = models.take(view, query);
        return seal(query)
                        .filter(seal -> seal.sealedAt().plus(behind).isAfter(clock.instant()))
                        .isPresent()
                ? now.map(boards ->
                        without(boards, new PartitionId(SealDay.BOARD.name(), new Partition.Day(query.date()))))
                : now;
    }

    private Optional<Seal> seal(ReportQuery query) {
        try (Connection connection = database.connect()) {
            return Seals.latest(connection, query.date());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BoardSnapshot without(BoardSnapshot boards, PartitionId partition) {
        Map<PartitionId, PartitionRead> read = new HashMap<>(boards.read());
        read.put(partition, new PartitionRead(PartitionVersion.UNTOUCHED, Map.of()));
        return new BoardSnapshot(boards.generation(), boards.checkpoint(), boards.marks(), read);
    }
}
