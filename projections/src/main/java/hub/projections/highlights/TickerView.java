package hub.projections.highlights;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.leaderboard.OpenDay;
import hub.projections.leaderboard.PersonalStreaks;
import hub.projections.shifts.Clocked;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.Standing;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One line each for what is worth cheering today (domain 3.5); three fixed lines while there is nothing yet. */
public final class TickerView implements View<Everything, List<String>> {

    private static final List<String> CHEERS =
            List.of("🚀 Let's make today great!", "💪 Every item counts!", "🌟 Teamwork makes the dream work!");

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final BigDecimal LONG_ENOUGH_MINUTES = BigDecimal.valueOf(30);
    private static final BigDecimal FAST = BigDecimal.valueOf(50);
    private static final int STREAK = 3;

    private record Rate(Standing standing, BigDecimal itemsPerHour) {}

    private record Streak(Employee employee, long days, Standing standing) {}

    private final ScoreMode mode;

    public TickerView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "achievement-ticker";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(WorkDay.reads(today, loaded.horizon(), mode, now));
        reads.addAll(OpenDay.partitions(today, loaded.horizon(), now));
        reads.addAll(PersonalStreaks.reads(today, loaded, mode, now));
        reads.add(LeaderboardDay.BOARD.in(new Partition.Day(today)));
        reads.add(Employees.PARTITION);
        return reads;
    }

    @Override
    public Answer<List<String>> answer(Everything query, Boards boards, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        WorkDay work = WorkDay.of(today, boards, mode, now);
        List<Standing> standings = Standing.active(work, employees);
        List<String> lines = new ArrayList<>();
        standings.stream()
                .filter(best -> best.points().signum() > 0)
                .limit(1)
                .forEach(best -> lines.add("🏆 " + best.employee().name() + " earned "
                        + best.points().toBigInteger() + " points today!"));
        lines.addAll(fast(standings, work));
        lines.addAll(streaks(employees, work, PersonalStreaks.of(today, boards, mode, now)));
        long passed = boards.get(LeaderboardDay.BOARD, new Partition.Day(today)).podfactoryItems("QC Passed");
        if (passed > 0) {
            lines.add("📊 Team total: " + passed + " items QC passed today!");
        }
        lines.addAll(crossings(employees, OpenDay.of(today, boards, now)));
        return new Answer<>(lines.isEmpty() ? CHEERS : lines, until(standings, work, now));
    }

    private static List<String> fast(List<Standing> standings, WorkDay work) {
        List<Rate> rates = new ArrayList<>();
        for (Standing standing : standings) {
            BigDecimal minutes = work.clocked(standing.employee().id()).minutesOrZero();
            if (minutes.compareTo(LONG_ENOUGH_MINUTES) > 0) {
                rates.add(new Rate(
                        standing,
                        Decimals.divide(BigDecimal.valueOf(standing.items()).multiply(SIXTY), minutes, 0)));
            }
        }
        // The sort is stable: among equals, the standings' own order remains.
        return rates.stream()
                .filter(rate -> rate.itemsPerHour().compareTo(FAST) >= 0)
                .sorted(Comparator.comparing(Rate::itemsPerHour).reversed())
                .limit(3)
                .map(rate -> "⚡ " + rate.standing().employee().name() + " hit "
                        + rate.itemsPerHour().toPlainString() + " items/hour!")
                .toList();
    }

    private static List<String> streaks(Employees employees, WorkDay work, PersonalStreaks streaks) {
        return employees.byId().values().stream()
                .filter(Employee::active)
                .map(e -> new Streak(e, streaks.orZero(e), new Standing(e, work.points(e.id()), work.items(e.id()))))
                .filter(streak -> streak.days() >= STREAK)
                .sorted(Comparator.comparing(Streak::days)
                        .thenComparing(streak -> streak.standing().points())
                        .thenComparing(streak -> streak.standing().items())
                        .reversed()
                        .thenComparing(streak -> streak.employee().id()))
                .limit(3)
                .map(streak -> "🔥 " + streak.employee().name() + " on a " + streak.days() + "-day streak!")
                .toList();
    }

    private static List<String> crossings(Employees employees, OpenDay open) {
        return employees.byId().values().stream()
                .filter(Employee::active)
                .flatMap(employee -> Crossing.of(employee, open.windows(employee.id())).stream())
                .sorted(Crossing.NEWEST_FIRST)
                .limit(2)
                .map(Crossing::text)
                .toList();
    }

    /** Rates fall with every minute of a running shift. */
    private static Instant until(List<Standing> standings, WorkDay work, Instant now) {
        Instant until = CentralDay.of(now).end();
        for (Standing standing : standings) {
            Clocked clocked = work.clocked(standing.employee().id());
            until = clocked.nextTick().isBefore(until) ? clocked.nextTick() : until;
        }
        return until;
    }
}
