package hub.scheduler.reporting;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.scores.StoredScores;
import hub.projections.seals.SealDay;
import hub.redis.BoardSnapshot;
import hub.scheduler.report.CostedReportView;
import hub.scheduler.report.DailyReport;
import hub.scheduler.report.Provenance;
import hub.scheduler.report.Report;
import hub.scheduler.report.ReportQuery;
import hub.scheduler.run.JobsDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the report of a sealed day. First it waits until the day is sealed and the read models contain that version of the
 * seal and, row by row, the finalized scores as MySQL has them. Whatever was sealed was committed before the seal, so every
 * figure is at a position that contains it. Scores that are not what the seal's hash covers are reported as edited.
 */
final class ReportMaker {

    private final JobsDatabase database;
    private final ReadModels models;
    private final CostedReportView view;
    private final InstantSource clock;
    private final Duration within;
    private final Duration every;

    /** @param within how long it waits; @param every how long between two looks */
    ReportMaker(
            JobsDatabase database,
            ReadModels models,
            CostedReportView view,
            InstantSource clock,
            Duration within,
            Duration every) {
        this.database = database;
        this.models = models;
        this.view = view;
        this.clock = clock;
        this.within = within;
        this.every = every;
    }

    /**
     * Of the newest seal.
     *
     * @param closed whether a provisional one is not enough
     * @throws NotReady if it waited in vain
     */
    Report make(LocalDate date, boolean closed) throws NotReady, SQLException, InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        Look look = new Look(date, closed);
        while (true) {
            Optional<Report> report = look.again();
            if (report.isPresent()) {
                return report.get();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new NotReady("no report of " + date + " within " + within.toSeconds() + " s: " + look.why());
            }
            Thread.sleep(every);
        }
    }

    /** What is known while waiting. */
    private final class Look {
        private final LocalDate date;
        private final boolean closed;
        private Optional<SealedDay> sealed = Optional.empty();
        private String why = "";

        Look(LocalDate date, boolean closed) {
            this.date = date;
            this.closed = closed;
        }

        String why() {
            return why;
        }

        Optional<Report> again() throws SQLException {
            if (sealed.isEmpty()) {
                try (Connection connection = database.connect()) {
                    sealed = SealedDay.read(connection, date);
                }
            }
            if (sealed.isEmpty()) {
                why = "the day is not sealed; finalize-daily and close-day do that";
                return Optional.empty();
            }
            if (closed && sealed.get().seal().provisional()) {
                why = "the day is sealed provisionally and not closed; close-day does that";
                sealed = Optional.empty();
                return Optional.empty();
            }
            return from(sealed.get());
        }

        private Optional<Report> from(SealedDay day) {
            ReportQuery query = new ReportQuery(date, day.edition());
            Optional<BoardSnapshot> taken = models.take(view, query);
            if (taken.isEmpty()) {
                why = "no generation of the read models is live";
                return Optional.empty();
            }
            BoardSnapshot boards = taken.get();
            Partition partition = new Partition.Day(date);
            if (!day.sameAs(boards.get(SealDay.BOARD, partition))) {
                // They are behind, or ahead of what was read: the next version may have come in between.
                why = "the read models do not contain version " + day.seal().version()
                        + " of the seal, or a later one already";
                sealed = Optional.empty();
                return Optional.empty();
            }
            if (!day.sameAs(boards.get(StoredScores.BOARD, partition))) {
                why = "the finalized scores in the read models are not those in MySQL";
                sealed = Optional.empty();
                return Optional.empty();
            }
            return Optional.of(report(query, boards));
        }

        private Report report(ReportQuery query, BoardSnapshot boards) {
            DailyReport day =
                    view.answer(query, boards, query.edition().evaluatedAt()).body();
            if (!sound(boards)) {
                day = day.withRemark("Some rows of the database could not be read into these figures:"
                        + " ask whoever runs the service before relying on them.");
            }
            return new Report(
                    day,
                    new Provenance(
                            boards.checkpoint().position().text(),
                            boards.checkpoint().committedAt(),
                            boards.generation().number(),
                            clock.instant()));
        }
    }

    private static boolean sound(BoardSnapshot boards) {
        Set<String> names =
                boards.read().keySet().stream().map(PartitionId::board).collect(Collectors.toSet());
        return names.stream().allMatch(boards.marks()::sound)
                && !boards.checkpoint().parked().touches(names);
    }
}
