package hub.scheduler.report;

import hub.projections.board.Partition;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.leaderboard.LeaderboardDay.Work;
import hub.projections.view.Boards;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Adds up one day. */
final class Figures {

    private static final String QC_PASSED = "QC Passed";

    private Figures() {}

    static DayFigures of(LocalDate date, Boards boards, ScoredDay scores, ClockedDay clock) {
        Set<Long> people = new HashSet<>(clock.byEmployee().keySet());
        scores.byEmployee().forEach((employee, score) -> {
            if (score.items() > 0) {
                people.add(employee);
            }
        });
        return new DayFigures(
                date,
                people.size(),
                scores.items(),
                scores.points(),
                finished(work(date, boards)),
                clock.minutes(),
                scores.activeMinutes());
    }

    /** Items of all sources in the activity log. */
    static long recorded(LocalDate date, Boards boards) {
        return work(date, boards).byEmployee().values().stream()
                .mapToLong(Work::items)
                .sum();
    }

    private static LeaderboardDay work(LocalDate date, Boards boards) {
        return boards.get(LeaderboardDay.BOARD, new Partition.Day(date));
    }

    private static long finished(LeaderboardDay work) {
        return work.byEmployee().values().stream()
                .flatMap(done -> done.podfactoryByType().entrySet().stream())
                .filter(type -> QC_PASSED.equals(type.getKey()))
                .mapToLong(type -> type.getValue().items())
                .sum();
    }
}
