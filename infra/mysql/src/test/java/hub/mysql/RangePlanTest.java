package hub.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Partition;
import hub.projections.change.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RangePlanTest {

    @Test
    void aDayIsOneRangeOfItsOwnLength() {
        assertThat(RangePlan.of(Table.ACTIVITY_LOGS, Set.of(day("2026-03-08"))))
                .containsExactly(instants("2026-03-08T06:00:00Z", "2026-03-09T05:00:00Z"));
        assertThat(RangePlan.of(Table.CLOCK_TIMES, Set.of(day("2026-11-01"))))
                .containsExactly(instants("2026-11-01T05:00:00Z", "2026-11-02T06:00:00Z"));
        assertThat(RangePlan.of(Table.DAILY_SCORES, Set.of(day("2026-11-01"))))
                .containsExactly(new Slice.Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-02")));
    }

    @Test
    void touchingAndOverlappingRangesBecomeOne() {
        assertThat(RangePlan.of(
                        Table.ACTIVITY_LOGS,
                        List.of(
                                day("2026-01-16"),
                                hour("2026-01-15T08:00:00Z"),
                                day("2026-01-15"),
                                hour("2026-01-17T06:00:00Z"))))
                .containsExactly(instants("2026-01-15T06:00:00Z", "2026-01-17T07:00:00Z"));
    }

    @Test
    void aGapLeavesTwoRanges() {
        assertThat(RangePlan.of(Table.DAILY_SCORES, List.of(day("2026-01-17"), day("2026-01-15"), day("2026-01-14"))))
                .containsExactly(
                        new Slice.Days(LocalDate.parse("2026-01-14"), LocalDate.parse("2026-01-16")),
                        new Slice.Days(LocalDate.parse("2026-01-17"), LocalDate.parse("2026-01-18")));
    }

    @Test
    void smallTablesAndWholeBoardsAreReadWhole() {
        assertThat(RangePlan.of(Table.EMPLOYEES, Set.of(Partition.ALL))).containsExactly(Slice.WHOLE);
        assertThat(RangePlan.of(Table.ACTIVITY_LOGS, Set.of(day("2026-01-15"), Partition.ALL)))
                .containsExactly(Slice.WHOLE);
    }

    private static Partition day(String date) {
        return new Partition.Day(LocalDate.parse(date));
    }

    private static Partition hour(String start) {
        return Partition.Hour.of(Instant.parse(start));
    }

    private static Slice instants(String from, String to) {
        return new Slice.Instants(Instant.parse(from), Instant.parse(to));
    }
}
