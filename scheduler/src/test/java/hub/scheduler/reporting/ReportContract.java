package hub.scheduler.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Parked;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.redis.BoardSnapshot;
import hub.redis.Marks;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import hub.scheduler.TestServers;
import hub.scheduler.report.CostedReportView;
import hub.scheduler.report.DailyReport;
import hub.scheduler.report.Edition;
import hub.scheduler.report.ReportQuery;
import hub.scheduler.report.RowsInMemory;
import hub.scheduler.report.Warehouse;
import hub.scheduler.run.Effect;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.Mode;
import hub.scheduler.run.Run;
import hub.scheduler.seal.FrozenRow;
import hub.scheduler.seal.FrozenRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is waited for, what is kept and whom it is sent to. The warehouse of the report's other tests, as rows in MySQL. */
abstract class ReportContract {

    private static final Instant MADE_AT = Instant.parse("2026-01-16T00:30:01Z");

    private static final String NO_HASH = "0".repeat(64);

    private final Map<Integer, String> hashes = new HashMap<>();
    private final Deque<Optional<Look>> looks = new ArrayDeque<>();
    private MysqlSettings schema = new MysqlSettings("unset", 1, "unset", "unset", "", SslMode.PREFERRED);

    abstract TestServers servers();

    @BeforeEach
    void seal() {
        schema = servers().freshWarehouse();
        execute("INSERT INTO daily_scores (employee_id, score_date, items_processed, points_earned, active_minutes,"
                + " is_finalized) VALUES (1, '2026-01-15', 300, 300, 240, 1), (2, '2026-01-15', 7, 7, 7, 0)");
    }

    @Test
    void aDayThatIsNotSealedIsWaitedForAndThenSaidSo() {
        looks.add(Optional.of(look(1, sealedRows())));

        assertThatThrownBy(() -> maker(Duration.ZERO).make(Warehouse.DAY, false))
                .isInstanceOf(NotReady.class)
                .hasMessage("no report of 2026-01-15 within 0 s: the day is not sealed; finalize-daily and close-day do"
                        + " that");
    }

    @Test
    void aReportIsMadeOnceTheReadModelsContainTheSeal() throws Exception {
        sealed(1, "provisional");
        looks.add(Optional.empty());
        looks.add(Optional.of(look(0, sealedRows())));
        looks.add(Optional.of(look(1, sealedRows())));
        looks.add(Optional.of(look(1, new Warehouse())));

        var report = maker(Duration.ofMinutes(1)).make(Warehouse.DAY, false);

        assertThat(looks).hasSize(1);
        assertThat(report.day().edition())
                .isEqualTo(new Edition(1, Edition.Kind.PROVISIONAL, Instant.parse("2026-01-16T00:00:00Z"), false));
        assertThat(report.day().top()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Ada Abara");
            assertThat(line.points()).isEqualByComparingTo("300");
        });
        assertThat(report.day().cost()).isNotNull();
        assertThat(report.day().remarks()).isEmpty();
        assertThat(report.made().position()).isEqualTo("mariadb-gtid:0-1-7");
        assertThat(report.made().madeAt()).isEqualTo(MADE_AT);
    }

    @Test
    void frozenRowsThatAreNotThoseOfMysqlAreNotReported() {
        sealed(1, "provisional");
        for (int i = 0; i < 100; i++) {
            looks.add(Optional.of(look(
                    1, new Warehouse().employee(1, "Ada Abara", true).sealed(1, Warehouse.DAY, 299, "300.00", 240))));
        }

        assertThatThrownBy(() -> maker(Duration.ofMillis(20)).make(Warehouse.DAY, false))
                .hasMessageContaining("the finalized scores in the read models are not those in MySQL");
    }

    /** Somebody writes into a sealed day without a seal: the read models agree with MySQL, and neither with the seal. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE daily_scores SET items_processed = 301 WHERE employee_id = 1 | 301 | 240",
                "UPDATE daily_scores SET points_earned = 299.99 WHERE employee_id = 1 | 300 | 240",
                "UPDATE daily_scores SET active_minutes = 239 WHERE employee_id = 1 | 300 | 239",
                "UPDATE daily_scores SET clocked_minutes = 1 WHERE employee_id = 1 | 300 | 240",
                "UPDATE daily_scores SET efficiency_rate = 0.5 WHERE employee_id = 1 | 300 | 240",
                "UPDATE daily_scores SET clocked_minutes = NULL WHERE employee_id = 1 | 300 | 240"
            })
    void anEditOfASealedDayIsToldInEveryFormAndInTheLedger(String edit, long items, long active) throws Exception {
        sealed(1, "closing");
        execute(edit);
        String points = edit.contains("299.99") ? "299.99" : "300.00";
        looks.add(Optional.of(look(
                1,
                new Warehouse()
                        .employee(1, "Ada Abara", true)
                        .work(1, Warehouse.Job.PACKING, 300, "2026-01-15T14:10:00Z")
                        .sealed(1, Warehouse.DAY, items, points, active)
                        .score(2, Warehouse.DAY, 7, "7", 7, false))));

        String summary = write(maker(Duration.ofMinutes(1)), List.of());

        assertThat(summary)
                .isEqualTo("2026-01-15 reported from seal version 1 (closing); somebody changed the stored scores after"
                        + " that, 0 letters queued");
        assertThat(rows("SELECT title FROM hub_reports"))
                .containsOnly("Daily report 2026-01-15 (edited after its seal)")
                .hasSize(2);
        String remark = "Somebody changed the stored scores of this day after version 1 was sealed";
        for (String form : List.of("html", "csv", "json", "mail_html", "mail_text")) {
            assertThat(rows("SELECT " + form + " FROM hub_reports"))
                    .as(form)
                    .allMatch(text -> text.contains(remark))
                    .hasSize(2);
        }
        assertThat(rows("SELECT html FROM hub_reports")).noneMatch(page -> page.contains("Scores are those of seal"));
    }

    @Test
    void aRowMoreOrLessThanTheSealCoversIsAnEdit() throws Exception {
        sealed(1, "provisional");
        execute("UPDATE daily_scores SET is_finalized = 1 WHERE employee_id = 2");
        looks.add(Optional.of(look(1, sealedRows().sealed(2, Warehouse.DAY, 7, "7", 7))));
        assertThat(maker(Duration.ofMinutes(1))
                        .make(Warehouse.DAY, false)
                        .day()
                        .edition()
                        .edited())
                .isTrue();

        execute("UPDATE daily_scores SET is_finalized = 0");
        looks.add(Optional.of(look(1, new Warehouse().employee(1, "Ada Abara", true))));
        assertThat(maker(Duration.ofMinutes(1))
                        .make(Warehouse.DAY, false)
                        .day()
                        .edition()
                        .edited())
                .isTrue();
    }

    @Test
    void theNextSealIsTakenIfItComesWhileWaiting() throws Exception {
        sealed(1, "provisional");
        Warehouse later = new Warehouse().employee(1, "Ada Abara", true).sealed(1, Warehouse.DAY, 310, "310.00", 245);
        looks.add(Optional.of(look(2, later)));
        looks.add(Optional.of(look(2, later)));

        ReportMaker maker = maker(Duration.ofMinutes(1), () -> {
            execute("UPDATE daily_scores SET items_processed = 310, points_earned = 310, active_minutes = 245"
                    + " WHERE employee_id = 1");
            sealed(2, "closing");
        });
        assertThat(maker.make(Warehouse.DAY, false).day().edition().version()).isEqualTo(2);
    }

    /** After an outage over the night both seals and both reports are due at once. */
    @Test
    void whatADayCameToIsNotReportedBeforeItIsClosed() throws Exception {
        sealed(1, "provisional");
        looks.add(Optional.of(look(1, sealedRows())));
        assertThatThrownBy(() -> maker(Duration.ZERO).make(Warehouse.DAY, true))
                .isInstanceOf(NotReady.class)
                .hasMessage("no report of 2026-01-15 within 0 s: the day is sealed provisionally and not closed;"
                        + " close-day does that");

        sealed(2, "closing");
        looks.clear();
        looks.add(Optional.of(look(2, sealedRows())));
        var job = DailyReportJob.closing(maker(Duration.ofMinutes(1)));
        Effect effect =
                job.prepare(new Run("closing-report", "k", MADE_AT, Warehouse.DAY, Run.Cause.CATCH_UP, Mode.SHADOW));
        try (Connection connection = new JobsDatabase(schema).connect()) {
            assertThat(effect.compare(new JobTransaction(connection, "", MADE_AT)))
                    .contains("from seal version 2 (closing)");
        }
    }

    @Test
    void anEmptyDayGivesAReportThatSaysSo() throws Exception {
        execute("DELETE FROM daily_scores");
        sealed(1, "closing");
        looks.add(Optional.of(look(0, new Warehouse())));
        looks.add(Optional.of(look(1, new Warehouse())));

        write(maker(Duration.ofMinutes(1)), List.of());

        assertThat(rows("SELECT audience, kind, title, headline FROM hub_reports ORDER BY audience"))
                .containsExactly(
                        "cost|closing|Daily report 2026-01-15|Nobody worked on Thursday 15 January.",
                        "read|closing|Daily report 2026-01-15|Nobody worked on Thursday 15 January.");
    }

    @Test
    void rowsThatAreMissingFromTheFiguresAreRemarkedOn() throws Exception {
        sealed(1, "provisional");
        SortedMap<String, Long> parked = new TreeMap<>(Map.of("leaderboard", 1L));
        looks.add(Optional.of(new Look(1, sealedRows(), new Parked(parked), hashes)));

        assertThat(maker(Duration.ofMinutes(1)).make(Warehouse.DAY, false).day().remarks())
                .singleElement()
                .asString()
                .startsWith("Some rows of the database could not be read");
    }

    @Test
    void itIsKeptForEachAudienceAndQueuedForEachRecipientOnce() throws Exception {
        sealed(1, "provisional");
        List<Recipient> recipients = Recipient.parse("boss@example.org:cost:read, team@example.org");
        for (int made = 0; made < 2; made++) {
            looks.add(Optional.of(look(1, sealedRows())));
            write(maker(Duration.ofMinutes(1)), recipients);
        }

        assertThat(
                        rows(
                                "SELECT version, audience, kind, title, html LIKE '%Labor cost%', csv LIKE '%,cost,%',"
                                        + " json LIKE '%\"cost\":{%', mail_html LIKE '%Labor cost%' FROM hub_reports ORDER BY audience"))
                .containsExactly(
                        "1|cost|provisional|Daily report 2026-01-15 (provisional)|1|1|1|1",
                        "1|read|provisional|Daily report 2026-01-15 (provisional)|0|0|0|0");
        assertThat(
                        rows(
                                "SELECT version, recipient, audience, sent_at, attempts FROM hub_report_mails ORDER BY recipient"))
                .containsExactly("1|boss@example.org|cost|null|0", "1|team@example.org|read|null|0");
    }

    @Test
    void aShadowComparesWithWhatIsKeptAndWritesNothing() throws Exception {
        sealed(1, "provisional");
        assertThat(shadow())
                .isEqualTo(
                        "2026-01-15 reported from seal version 1 (provisional); for read none is kept; for cost none is"
                                + " kept");
        assertThat(rows("SELECT id FROM hub_reports")).isEmpty();

        looks.add(Optional.of(look(1, sealedRows())));
        write(maker(Duration.ofMinutes(1)), List.of());
        assertThat(shadow())
                .isEqualTo(
                        "2026-01-15 reported from seal version 1 (provisional); for read version 1 is kept, 0 lines of"
                                + " it differ; for cost version 1 is kept, 0 lines of it differ");

        execute(
                "UPDATE hub_reports SET csv = REPLACE(REPLACE(csv, 'total,,items,300', 'total,,items,299'), 'Ada Abara',"
                        + " 'Zoe') WHERE audience = 'read'");
        List<String> kept = rows("SELECT csv FROM hub_reports ORDER BY audience");
        assertThat(shadow())
                .isEqualTo(
                        "2026-01-15 reported from seal version 1 (provisional); for read version 1 is kept, 2 lines of"
                                + " it differ: total items (299, should be 300), top 1 name (another); for cost version 1 is kept,"
                                + " 0 lines of it differ");
        assertThat(rows("SELECT csv FROM hub_reports ORDER BY audience")).isEqualTo(kept);
    }

    private String shadow() throws Exception {
        looks.add(Optional.of(look(1, sealedRows())));
        Effect effect = effect(maker(Duration.ofMinutes(1)), List.of());
        try (Connection connection = new JobsDatabase(schema).connect()) {
            return effect.compare(new JobTransaction(connection, "", MADE_AT));
        }
    }

    private static Warehouse sealedRows() {
        return new Warehouse()
                .employee(1, "Ada Abara", true)
                .work(1, Warehouse.Job.PACKING, 300, "2026-01-15T14:10:00Z")
                .shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z")
                .sealed(1, Warehouse.DAY, 300, "300.00", 240)
                .score(2, Warehouse.DAY, 7, "7", 7, false);
    }

    private String write(ReportMaker maker, List<Recipient> recipients) throws Exception {
        try (Connection connection = new JobsDatabase(schema).connect()) {
            connection.setAutoCommit(false);
            String summary = effect(maker, recipients).write(new JobTransaction(connection, "", MADE_AT));
            connection.commit();
            return summary;
        }
    }

    private static Effect effect(ReportMaker maker, List<Recipient> recipients) throws Exception {
        var job = DailyReportJob.evening(maker, recipients);
        return job.prepare(new Run("daily-report", "k", MADE_AT, Warehouse.DAY, Run.Cause.SCHEDULE, Mode.ON));
    }

    private ReportMaker maker(Duration within) {
        return maker(within, () -> {});
    }

    /** @param first done before the read models are first looked at */
    private ReportMaker maker(Duration within, Runnable first) {
        List<Runnable> once = new ArrayList<>(List.of(first));
        ReadModels models = (view, query) -> {
            once.forEach(Runnable::run);
            once.clear();
            return looks.removeFirst().map(look -> look.take(view, query));
        };
        return new ReportMaker(
                new JobsDatabase(schema),
                models,
                new CostedReportView(ScoreMode.LIVE),
                InstantSource.fixed(MADE_AT),
                within,
                Duration.ofMillis(5));
    }

    /** Seals what is finalized. */
    private void sealed(int version, String kind) {
        List<FrozenRow> rows = finalized();
        hashes.put(version, FrozenRows.hash(rows));
        execute("INSERT INTO hub_seals (score_date, version, kind, position, evaluated_at, sealed_at, row_count, hash,"
                + " changes) VALUES ('2026-01-15', " + version + ", '" + kind
                + "', '0-1-7', '2026-01-16 00:00:00', '2026-01-16 00:05:00', " + rows.size() + ", '"
                + hashes.get(version) + "', '')");
    }

    private List<FrozenRow> finalized() {
        List<FrozenRow> rows = new ArrayList<>();
        try (Connection connection = new JobsDatabase(schema).connect();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT employee_id, items_processed, points_earned, active_minutes,"
                        + " clocked_minutes, efficiency_rate FROM daily_scores WHERE is_finalized = 1")) {
            while (row.next()) {
                rows.add(new FrozenRow(
                        row.getLong(1),
                        row.getLong(2),
                        row.getBigDecimal(3),
                        row.getLong(4),
                        row.getBigDecimal(5).longValueExact(),
                        row.getBigDecimal(6)));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Look look(int version, Warehouse warehouse) {
        return new Look(version, warehouse, Parked.NONE, hashes);
    }

    /** What the live generation holds once it has seen the seal of that version; 0 for none. */
    private record Look(int version, Warehouse warehouse, Parked parked, Map<Integer, String> hashes) {
        BoardSnapshot take(View<ReportQuery, DailyReport> view, ReportQuery query) {
            List<Row> all = new ArrayList<>(warehouse.rows());
            if (version > 0) {
                all.add(new Row.Seal(
                        900L + version,
                        Warehouse.DAY,
                        version,
                        "closing",
                        "0-1-7",
                        MADE_AT.minusSeconds(1800),
                        MADE_AT.minusSeconds(1500),
                        1,
                        hashes.getOrDefault(version, NO_HASH)));
            }
            RowsInMemory rows = RowsInMemory.of(all);
            Map<PartitionId, PartitionRead> read = new HashMap<>();
            for (PartitionId partition : view.reads(query, rows, query.edition().evaluatedAt())) {
                read.put(
                        partition,
                        new PartitionRead(
                                PartitionVersion.UNTOUCHED, rows.partitions().getOrDefault(partition, Map.of())));
            }
            Checkpoint checkpoint = Checkpoint.filling("server", rows.horizon(), "digest")
                    .streamedTo(new SourceProgress(
                            "resume", new SourcePosition.MariadbGtids("0-1-7"), MADE_AT.minusSeconds(1), List.of()))
                    .withParked(parked);
            return new BoardSnapshot(new Generation(3), checkpoint, Marks.NONE, read);
        }
    }

    private void execute(String... statements) {
        try (Connection connection = new JobsDatabase(schema).connect();
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = new JobsDatabase(schema).connect()) {
            return Rows.of(connection, query);
        }
    }
}
