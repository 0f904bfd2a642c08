package hub.projections.staff;

import static hub.projections.Given.picking;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.view.Everything;
import hub.projections.view.NotFound;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StaffTest {

    private static final String NOW = "2026-01-15T23:30:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void everyEmployeeByNameWithTheMappedAddresses() {
        world.put(
                new Row.Employee(1, "zoe", true, 0L, "z@example.org", "77", null),
                new Row.Employee(2, "Ann", false, 0L, null, "", null),
                new Row.PodfactoryMapping(5, 1, "zz@example.org"),
                new Row.PodfactoryMapping(6, 1, "za@example.org"));

        StaffList staff =
                world.answer(new EmployeesView(), Everything.QUERY, NOW).body();
        assertThat(staff.success()).isTrue();
        assertThat(staff.employees())
                .containsExactly(
                        new StaffList.Member(2, "Ann", null, "", 0, null, null),
                        new StaffList.Member(3, "E3", null, null, 1, null, null),
                        new StaffList.Member(4, "E4", null, null, 1, null, null),
                        new StaffList.Member(
                                1, "zoe", "z@example.org", "77", 1, "za@example.org,zz@example.org", null));
    }

    @Test
    void theArchivedTheLatestFirst() {
        world.put(
                new Row.Employee(1, "E1", false, 0L, "e1@example.org", null, Instant.parse("2026-01-05T12:00:00Z")),
                new Row.Employee(2, "E2", false, 0L, null, null, Instant.parse("2026-01-06T12:00:00Z")));
        assertThat(world.answer(new ArchivedView(), Everything.QUERY, NOW).body())
                .containsExactly(
                        new Archived(2, "E2", null, "Tue, 06 Jan 2026 12:00:00 GMT"),
                        new Archived(1, "E1", "e1@example.org", "Mon, 05 Jan 2026 12:00:00 GMT"));
    }

    @Test
    void aNameIsSplitAtTheFirstSpace() {
        world.put(new Row.Employee(1, "Ada Maria Lovelace", true, 0L), qc(1, 1, 1, "2026-01-14T15:00:00Z"));
        assertThat(person(1))
                .isEqualTo(new Person(1, "Ada Maria Lovelace", "Ada Maria Lovelace", 1L, "Ada", "Maria Lovelace"));
        assertThat(person(2)).isEqualTo(new Person(2, "E2", "E2", 0L, "E2", ""));
        assertThatThrownBy(() -> person(99)).isInstanceOf(NotFound.class).hasMessage("Employee not found");
    }

    /** Vector T2: equal points share the rank. */
    @Test
    void t2RanksAreCompetitionRanks() {
        world.put(
                qc(1, 2, 100, "2026-01-15T15:00:00Z"),
                picking(2, 3, 200, "2026-01-15T15:00:00Z"),
                qc(3, 4, 5, "2026-01-15T15:00:00Z"));
        assertThat(day(2).rank()).isEqualTo(1);
        assertThat(day(3).rank()).isEqualTo(1);
        assertThat(day(4).rank()).isEqualTo(3);
        assertThat(day(1).rank()).as("no score, no rank").isNull();

        world.put(shift(1, 1, "2026-01-15T15:00:00Z", "2026-01-15T16:00:00Z"));
        assertThat(day(1).rank()).as("a shift is a score").isEqualTo(4);
    }

    @Test
    void onePersonsToday() {
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z"),
                qc(1, 1, 200, "2026-01-15T14:10:00Z"),
                picking(2, 1, 100, "2026-01-15T15:00:00Z"));
        assertThat(day(1))
                .isEqualTo(new PersonDay(1, "E1", 1L, 300, new BigDecimal("250.0"), new BigDecimal("37.5"), 1));
        assertThatThrownBy(() -> day(99)).isInstanceOf(NotFound.class);
    }

    private Person person(long id) {
        return world.answer(new PersonView(ScoreMode.LIVE), new EmployeeQuery(id), NOW)
                .body();
    }

    private PersonDay day(long id) {
        return world.answer(new PersonDayView(ScoreMode.LIVE), new EmployeeQuery(id), NOW)
                .body();
    }
}
