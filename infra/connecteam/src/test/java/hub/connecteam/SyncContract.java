package hub.connecteam;

import static hub.connecteam.ConnecteamStub.shift;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From Connecteam's answers to rows, on every server. */
abstract class SyncContract {

    /** 14:00 of a Thursday in Chicago. */
    private static final Instant NOW = Instant.parse("2026-01-15T20:00:00Z");

    private final ConnecteamStub stub = new ConnecteamStub();
    private final Connecteam connecteam = new Connecteam(stub.settings(), Clock.systemUTC());
    private @Nullable Connection connection;

    abstract TestServer server();

    @BeforeEach
    void connect() throws SQLException {
        connection = server().freshSchema();
        TestServer.execute(
                sql(),
                "INSERT INTO employees (id, name, email, connecteam_user_id, is_active) VALUES"
                        + " (1, 'Ada Abara', 'ada@example.org', '101', 1), (2, 'Bruno Berg', 'bruno@example.org', NULL, 1)");
    }

    @AfterEach
    void close() throws SQLException {
        sql().close();
        stub.close();
    }

    @Test
    void aShiftBecomesARowAndStaysTheSameRow() throws SQLException {
        stub.shifts(101, shift("2026-01-15T14:00:30Z", null));
        assertThat(shifts(NOW)).isEqualTo(new Changes(1, 0, 0, 1, 0));
        assertThat(clockTimes()).containsExactly("1|1|2026-01-15 14:00:30|null|null|1|connecteam");

        assertThat(shifts(NOW.plusSeconds(300))).isEqualTo(new Changes(1, 0, 0, 0, 0));

        stub.forgetShifts();
        stub.shifts(101, shift("2026-01-15T14:00:30Z", "2026-01-15T21:30:00Z"));
        assertThat(shifts(NOW.plusSeconds(6000))).isEqualTo(new Changes(1, 0, 0, 0, 1));
        assertThat(clockTimes()).containsExactly("1|1|2026-01-15 14:00:30|2026-01-15 21:30:00|449.50|0|connecteam");
        assertThat(shifts(NOW.plusSeconds(6300))).isEqualTo(new Changes(1, 0, 0, 0, 0));
    }

    @Test
    void aRunThatChangesNothingTouchesNothing() throws SQLException {
        stub.shifts(101, shift("2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"), shift("2026-01-15T18:30:00Z", null));
        stub.user(101, "Ada", "Abara", "ada@example.org", false);
        shifts(NOW);
        employees(NOW);
        TestServer.execute(sql(), "UPDATE clock_times SET updated_at = '2026-01-01'");
        TestServer.execute(sql(), "UPDATE employees SET updated_at = '2026-01-01'");

        shifts(NOW.plusSeconds(300));
        employees(NOW.plusSeconds(300));

        assertThat(TestServer.rows(
                        sql(),
                        "SELECT DISTINCT updated_at FROM (SELECT updated_at FROM clock_times UNION ALL"
                                + " SELECT updated_at FROM employees) AS both_tables"))
                .containsExactly("2026-01-01 00:00:00");
    }

    @Test
    void aCorrectedClockInLeavesOneRow() throws SQLException {
        stub.shifts(101, shift("2026-01-15T14:00:00Z", null));
        shifts(NOW);
        stub.forgetShifts();
        stub.shifts(101, shift("2026-01-15T13:30:00Z", "2026-01-15T19:30:00Z"));

        assertThat(shifts(NOW)).isEqualTo(new Changes(1, 0, 0, 0, 1));
        assertThat(clockTimes()).containsExactly("1|1|2026-01-15 13:30:00|2026-01-15 19:30:00|360.00|0|connecteam");
    }

    @Test
    void whatCannotBeUsedIsCountedAndTheRestIsWritten() throws SQLException {
        stub.shifts(
                101,
                "{\"end\":{\"timestamp\":1768485600}}",
                shift("2026-01-15T14:00:00Z", "2026-01-15T13:00:00Z"),
                shift("2026-01-15T15:00:00Z", null));
        stub.shifts(999, shift("2026-01-15T14:00:00Z", null));

        assertThat(shifts(NOW)).isEqualTo(new Changes(2, 2, 1, 1, 0));
        assertThat(clockTimes()).containsExactly("1|1|2026-01-15 15:00:00|null|null|1|connecteam");
    }

    @Test
    void theEveningIsAskedForByItsCentralDateAndNotByTheNextOne() throws SQLException {
        // 20:30 in Chicago; in UTC, and in the zone of the server, it is the 16th.
        shifts(Instant.parse("2026-01-16T02:30:00Z"));
        // 06:00: whoever began after 14:00 yesterday may still be here.
        shifts(Instant.parse("2026-01-16T12:00:00Z"));

        assertThat(days())
                .containsExactly(
                        "?startDate=2026-01-15&endDate=2026-01-15", "?startDate=2026-01-15&endDate=2026-01-16");
    }

    /** Last heard of on Friday at 22:00, while somebody is at work; the next answer is Sunday's, at 14:00. */
    @Test
    void whatHappenedInAnAbsenceIsAskedForWithWhatWasOpenBefore() throws SQLException {
        Instant last = Instant.parse("2026-01-17T04:00:00Z");
        Instant back = Instant.parse("2026-01-18T20:00:00Z");
        stub.shifts(101, shift("2026-01-16T20:00:00Z", null));
        shifts(last);
        stub.forgetShifts();
        stub.shifts(
                101,
                shift("2026-01-16T20:00:00Z", "2026-01-17T04:30:00Z"),
                shift("2026-01-17T15:00:00Z", "2026-01-17T23:00:00Z"));

        assertThat(shifts(last, back)).isEqualTo(new Changes(2, 0, 0, 1, 1));
        assertThat(days()).last().isEqualTo("?startDate=2026-01-16&endDate=2026-01-18");
        assertThat(clockTimes())
                .containsExactly(
                        "1|1|2026-01-16 20:00:00|2026-01-17 04:30:00|510.00|0|connecteam",
                        "2|1|2026-01-17 15:00:00|2026-01-17 23:00:00|480.00|0|connecteam");
    }

    @Test
    void theLongestAbsenceIsAMonthByTheWeek() throws SQLException {
        shifts(Instant.parse("2025-06-01T12:00:00Z"), NOW);

        assertThat(days())
                .containsExactly(
                        "?startDate=2025-12-16&endDate=2025-12-22",
                        "?startDate=2025-12-23&endDate=2025-12-29",
                        "?startDate=2025-12-30&endDate=2026-01-05",
                        "?startDate=2026-01-06&endDate=2026-01-12",
                        "?startDate=2026-01-13&endDate=2026-01-15");
    }

    /** By a clock that is behind the one of whoever asked last. */
    @Test
    void aLastTimeThatIsYetToComeIsNow() throws SQLException {
        shifts(NOW.plusSeconds(86_400), NOW);

        assertThat(days()).containsExactly("?startDate=2026-01-14&endDate=2026-01-15");
    }

    private List<String> days() {
        return stub.requests().stream()
                .map(request -> request.substring(request.indexOf('?')))
                .toList();
    }

    @Test
    void aNightShiftEndsInTheRowInWhichItBegan() throws SQLException {
        stub.shifts(101, shift("2026-01-16T03:00:00Z", null));
        shifts(Instant.parse("2026-01-16T04:00:00Z"));
        stub.forgetShifts();
        stub.shifts(101, shift("2026-01-16T03:00:00Z", "2026-01-16T11:00:00Z"));
        shifts(Instant.parse("2026-01-16T12:00:00Z"));

        assertThat(clockTimes()).containsExactly("1|1|2026-01-16 03:00:00|2026-01-16 11:00:00|480.00|0|connecteam");
    }

    @Test
    void shiftsOfADayThatConnecteamSeesElsewhereAreTheSameShifts() throws SQLException {
        // 23:30 of the day before in Chicago: not of the days asked for, told nevertheless.
        stub.shifts(101, shift("2026-01-15T05:30:00Z", "2026-01-15T13:00:00Z"));
        Instant evening = Instant.parse("2026-01-16T02:30:00Z");

        assertThat(shifts(evening)).isEqualTo(new Changes(1, 0, 0, 1, 0));
        assertThat(shifts(evening)).isEqualTo(new Changes(1, 0, 0, 0, 0));
    }

    @Test
    void minutesAreThoseThatPassedAlsoInTheNightOfTheSwitch() throws SQLException {
        stub.shifts(101, shift("2026-03-08T07:00:00Z", "2026-03-08T09:00:00Z"));
        shifts(Instant.parse("2026-03-08T12:00:00Z"));

        assertThat(clockTimes()).containsExactly("1|1|2026-03-08 07:00:00|2026-03-08 09:00:00|120.00|0|connecteam");
    }

    @Test
    void peopleAreLinkedCreatedRenamedAndArchived() throws SQLException {
        stub.user(101, "Ada", "Baker", "ada@example.org", false)
                .user(102, "Bruno", "Berg", "BRUNO@example.org", true)
                .user(103, "Zoë 😀", "O'Neil", null, false)
                .user(104, "Long", "Gone", "gone@example.org", true);

        // 20:00 of the 15th in Chicago.
        assertThat(employees(Instant.parse("2026-01-16T02:00:00Z"))).isEqualTo(new Changes(4, 0, 1, 1, 2));
        assertThat(TestServer.rows(
                        sql(),
                        "SELECT id, name, email, connecteam_user_id, is_active, hire_date FROM employees ORDER BY id"))
                .containsExactly(
                        "1|Ada Baker|ada@example.org|101|1|null",
                        "2|Bruno Berg|bruno@example.org|102|0|null",
                        "3|Zoë 😀 O'Neil|null|103|1|2026-01-15");
        assertThat(employees(NOW)).isEqualTo(new Changes(4, 0, 1, 0, 0));
    }

    /** For the database "é" is "e", and for us it is not; and names have an end there. */
    @Test
    void whomTheDatabaseRefusesKeepsNobodyElseWaiting() throws SQLException {
        stub.user(201, "José", "Juarez", "adá@example.org", false)
                .user(202, "Long".repeat(100), "Name", "long@example.org", false)
                .user(203, "Cleo", "Cruz", "cleo@example.org", false)
                .user(101, "Ada", "Baker", "ada@example.org", false);

        Changes changes = employees(NOW);
        sql().commit();

        assertThat(changes.leftOut()).containsExactly("201", "202");
        assertThat(changes.summary())
                .isEqualTo(
                        "4 seen, 3 added, 1 changed, 0 of unknown people, 0 unreadable; the database refused 2 of these,"
                                + " Connecteam's users 201, 202");
        assertThat(TestServer.rows(sql(), "SELECT name, connecteam_user_id FROM employees ORDER BY id"))
                .containsExactly("Ada Baker|101", "Bruno Berg|null", "Cleo Cruz|203");
    }

    @Test
    void nothingIsWrittenBeforeTheCallerCommits() throws SQLException {
        sql().commit();
        stub.shifts(101, shift("2026-01-15T14:00:00Z", null));
        shifts(NOW);
        sql().rollback();

        assertThat(clockTimes()).isEmpty();
    }

    @Test
    void aComparisonSaysWhatWouldBeWrittenAndWritesNothing() throws SQLException {
        stub.shifts(101, shift("2026-01-15T14:00:00Z", null)).user(103, "New", "Here", null, false);

        List<String> differences = new ArrayList<>();

        assertThat(new ShiftSync(connecteam).fetch(NOW, NOW).compare(sql(), differences::add))
                .isEqualTo(new Changes(1, 0, 0, 1, 0));
        assertThat(new EmployeeSync(connecteam).fetch(NOW).compare(sql(), differences::add))
                .isEqualTo(new Changes(1, 0, 0, 1, 0));
        assertThat(differences)
                .containsExactly(
                        "employee 1 clock_in 2026-01-15T14:00:00Z (missing, should be open)",
                        "Connecteam's user 103 (missing, should be an employee)");
        assertThat(clockTimes()).isEmpty();
        assertThat(TestServer.rows(sql(), "SELECT id FROM employees")).hasSize(2);
    }

    private Connection sql() {
        return Objects.requireNonNull(connection);
    }

    private Changes shifts(Instant now) throws SQLException {
        return shifts(now, now);
    }

    private Changes shifts(Instant since, Instant now) throws SQLException {
        return new ShiftSync(connecteam).fetch(since, now).write(sql());
    }

    private Changes employees(Instant now) throws SQLException {
        return new EmployeeSync(connecteam).fetch(now).write(sql());
    }

    private List<String> clockTimes() throws SQLException {
        return TestServer.rows(
                sql(),
                "SELECT id, employee_id, clock_in, clock_out, total_minutes, is_active, source FROM clock_times ORDER BY id");
    }
}
