package hub.scheduler.report;

import hub.projections.leaderboard.LeaderboardRow;
import hub.projections.view.Decimals;
import hub.scheduler.report.ScoredDay.Score;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The five best of the leaderboard's people, by the scores under the seal. */
final class TopFive {

    private static final int FIVE = 5;
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private TopFive() {}

    static List<TopLine> of(List<LeaderboardRow> people, ScoredDay scores) {
        Comparator<LeaderboardRow> order = Comparator.comparing(
                        (LeaderboardRow row) -> scores.of(row.id()).points())
                .thenComparing(row -> scores.of(row.id()).items())
                .reversed()
                .thenComparing(LeaderboardRow::id);
        List<TopLine> top = new ArrayList<>(FIVE);
        people.stream()
                .filter(row -> scores.of(row.id()).items() > 0
                        || scores.of(row.id()).points().signum() > 0)
                .sorted(order)
                .limit(FIVE)
                .forEach(row -> top.add(line(top.size() + 1, row, scores.of(row.id()))));
        return top;
    }

    private static TopLine line(int rank, LeaderboardRow row, Score score) {
        return new TopLine(
                rank,
                row.id(),
                row.name(),
                row.department(),
                score.items(),
                Decimals.round(score.points(), 2),
                row.timeWorked(),
                perHour(score.items(), row.totalMinutes()),
                row.streak());
    }

    private static @Nullable BigDecimal perHour(long items, @Nullable BigDecimal minutes) {
        return minutes == null || minutes.signum() == 0
                ? null
                : Decimals.divide(BigDecimal.valueOf(items).multiply(SIXTY), minutes, 1);
    }
}
