package hub.scheduler.report;

import hub.projections.board.Partition;
import hub.projections.leaderboard.DayScores;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.scores.StoredScores;
import hub.projections.scores.StoredScores.StoredScore;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everybody's score of one day. */
record ScoredDay(Map<Long, Score> byEmployee) {

    record Score(long items, BigDecimal points, long activeMinutes) {
        static final Score NONE = new Score(0, BigDecimal.ZERO, 0);
    }

    /** The scores under the day's seal: exactly the finalized rows. */
    static ScoredDay sealed(LocalDate date, Boards boards) {
        Map<Long, Score> scores = new HashMap<>();
        stored(date, boards).byEmployee().forEach((employee, row) -> {
            if (row.finalized()) {
                scores.put(employee, new Score(row.items(), row.points(), row.activeMinutes()));
            }
        });
        return new ScoredDay(scores);
    }

    /** The scores as every other view shows them at {@code now}. */
    static ScoredDay standing(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        StoredScores stored = stored(date, boards);
        Set<Long> employees = new HashSet<>(stored.byEmployee().keySet());
        employees.addAll(boards.get(LeaderboardDay.BOARD, new Partition.Day(date))
                .byEmployee()
                .keySet());
        DayScores standing = DayScores.of(date, boards, mode, now);
        Map<Long, Score> scores = new HashMap<>();
        for (Long employee : employees) {
            long active = stored.of(employee).map(StoredScore::activeMinutes).orElse(0L);
            scores.put(employee, new Score(standing.items(employee), standing.points(employee), active));
        }
        return new ScoredDay(scores);
    }

    Score of(long employeeId) {
        return byEmployee.getOrDefault(employeeId, Score.NONE);
    }

    long items() {
        return byEmployee.values().stream().mapToLong(Score::items).sum();
    }

    /** Two digits. */
    BigDecimal points() {
        return Decimals.round(
                byEmployee.values().stream().map(Score::points).reduce(BigDecimal.ZERO, BigDecimal::add), 2);
    }

    long activeMinutes() {
        return byEmployee.values().stream().mapToLong(Score::activeMinutes).sum();
    }

    DailyReport.@Nullable Spread spread() {
        LongSummaryStatistics items = byEmployee.values().stream()
                .mapToLong(Score::items)
                .filter(n -> n > 0)
                .summaryStatistics();
        return items.getCount() == 0 ? null : new DailyReport.Spread(items.getMin(), items.getMax());
    }

    private static StoredScores stored(LocalDate date, Boards boards) {
        return boards.get(StoredScores.BOARD, new Partition.Day(date));
    }
}
