package hub.projections.ranking;

import static hub.projections.Given.employee;
import static hub.projections.Given.qc;
import static hub.projections.Given.shift;
import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Given;
import hub.projections.World;
import hub.projections.change.Row;
import hub.projections.view.Answer;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveLeaderboardViewTest {

    private static final String NOW = "2026-01-15T20:30:00Z";

    private final World world = Given.world();

    @AfterEach
    void close() {
        world.close();
    }

    /** Vector T6's shifts: all of them count, not the span that the legacy took. */
    @Test
    void hoursAreTheSumOfTheShiftsAndRunOn() {
        world.put(
                shift(1, 1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z"),
                shift(2, 1, "2026-01-15T18:30:00Z", null),
                qc(1, 1, 120, "2026-01-15T14:10:00Z"));

        Answer<List<LiveRow>> answer = at(NOW);
        LiveRow row = answer.body().getFirst();
        assertThat(row.hoursWorked()).isEqualTo(new BigDecimal("6.0"));
        assertThat(row.itemsPerMinute()).isEqualTo(new BigDecimal("20.0"));
        assertThat(row.itemsPerHour()).isEqualTo(row.itemsPerMinute());
        assertThat(answer.until()).isEqualTo(Instant.parse("2026-01-15T20:31:00Z"));
    }

    @Test
    void moversAreComparedWithAllOfYesterdaysScores() {
        world.put(
                qc(1, 1, 300, "2026-01-14T15:00:00Z"),
                qc(2, 2, 200, "2026-01-14T15:00:00Z"),
                qc(3, 3, 100, "2026-01-14T15:00:00Z"),
                qc(4, 1, 90, "2026-01-15T15:00:00Z"),
                qc(5, 3, 260, "2026-01-15T15:00:00Z"),
                qc(6, 4, 80, "2026-01-15T15:00:00Z"),
                qc(7, 2, 90, "2026-01-15T15:00:00Z"));

        List<LiveRow> rows = at(NOW).body();
        assertThat(rows).extracting(LiveRow::id).containsExactly(3L, 1L, 2L, 4L);
        assertThat(rows).extracting(LiveRow::currentRank).containsExactly(1, 2, 3, 4);
        assertThat(rows).extracting(LiveRow::yesterdayRank).containsExactly(3, 1, 2, 999);
        assertThat(rows).extracting(LiveRow::movement).containsExactly("up", "down", "down", "new");
        assertThat(rows).extracting(LiveRow::positionsMoved).containsExactly(2, 1, 1, 0);
        assertThat(rows).extracting(LiveRow::movementIcon).containsExactly("↑2", "↓1", "↓1", "NEW");
        assertThat(rows).extracting(LiveRow::movementColor).containsExactly("green", "red", "red", "blue");
        assertThat(rows).extracting(LiveRow::rankDisplay).containsExactly("🥇", "🥈", "🥉", "#4");
        assertThat(rows)
                .extracting(LiveRow::badge)
                .containsExactly("👑 Champion", "⚡ Lightning Fast", "🌟 Rising Star", "💯 Team Player");
        assertThat(rows)
                .extracting(LiveRow::prevPoints)
                .containsExactly(null, new BigDecimal("260.00"), new BigDecimal("90.00"), new BigDecimal("90.00"));
        assertThat(rows).extracting(LiveRow::nextMilestone).containsExactly(500, 100, 100, 100);
        assertThat(rows.getFirst().milestoneProgress()).isEqualTo(new BigDecimal("52.0"));

        world.put(qc(1, 1, 50, "2026-01-14T15:00:00Z"));
        assertThat(at(NOW).body()).extracting(LiveRow::yesterdayRank).containsExactly(2, 3, 1, 999);
    }

    @Test
    void tenAtMostAndNobodyWithoutPointsOrActivity() {
        for (long id = 1; id <= 12; id++) {
            world.put(employee(id), qc(id, id, 100 + id, "2026-01-15T15:00:00Z"));
        }
        world.put(new Row.Employee(12, "E12", false, 0L), employee(13), shift(1, 13, "2026-01-15T15:00:00Z", null));
        assertThat(at(NOW).body()).extracting(LiveRow::id).containsExactly(11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L);
    }

    @Test
    void midnightMakesYesterdayOfToday() {
        world.put(qc(1, 1, 100, "2026-01-15T15:00:00Z"));
        assertThat(at("2026-01-16T05:59:59Z").until()).isEqualTo(Instant.parse("2026-01-16T06:00:00Z"));
        assertThat(at("2026-01-16T06:00:00Z").body()).isEmpty();

        world.put(qc(2, 1, 100, "2026-01-16T15:00:00Z"));
        LiveRow row = at("2026-01-16T20:00:00Z").body().getFirst();
        assertThat(row.movement()).isEqualTo("same");
        assertThat(row.movementIcon()).isEqualTo("-");
        assertThat(row.currentStreak()).isEqualTo(2);
    }

    @Test
    void storedModeReadsTheScores() {
        world.put(new Row.Score(1, 1, LocalDate.parse("2026-01-15"), 2100L, new BigDecimal("2100.00"), 1L, false));

        LiveRow row = world.answer(new LiveLeaderboardView(ScoreMode.STORED), Everything.QUERY, NOW)
                .body()
                .getFirst();
        assertThat(row.itemsProcessed()).isEqualTo(2100);
        assertThat(row.hoursWorked()).isNull();
        assertThat(row.nextMilestone()).isEqualTo(2000);
        assertThat(row.milestoneProgress()).isEqualByComparingTo("100");
    }

    private Answer<List<LiveRow>> at(String now) {
        return world.answer(new LiveLeaderboardView(ScoreMode.LIVE), Everything.QUERY, now);
    }
}
