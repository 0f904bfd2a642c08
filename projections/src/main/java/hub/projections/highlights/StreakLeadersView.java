package hub.projections.highlights;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.leaderboard.OpenDay;
import hub.projections.leaderboard.PersonalStreaks;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.windows.WindowHour.Window;
import hub.projections.workday.WorkDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The five active employees with the longest streaks: streak, then points, then items of today, all descending, then id. */
public final class StreakLeadersView implements View<Everything, List<StreakLeader>> {

    private static final int SHOWN = 5;

    private static final Comparator<StreakLeader> ORDER = Comparator.comparing(StreakLeader::streakDays)
            .thenComparing(StreakLeader::pointsToday)
            .thenComparing(StreakLeader::itemsToday)
            .reversed()
            .thenComparing(StreakLeader::id);

    private static final Comparator<Window> BY_START =
            Comparator.comparing(Window::start).thenComparing(Window::id);

    private final ScoreMode mode;

    public StreakLeadersView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "streak-leaders";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(WorkDay.reads(today, loaded.horizon(), mode, now));
        reads.addAll(OpenDay.partitions(today, loaded.horizon(), now));
        reads.addAll(PersonalStreaks.reads(today, loaded, mode, now));
        reads.add(Employees.PARTITION);
        return reads;
    }

    @Override
    public Answer<List<StreakLeader>> answer(Everything query, Boards boards, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        WorkDay work = WorkDay.of(today, boards, mode, now);
        OpenDay open = OpenDay.of(today, boards, now);
        PersonalStreaks streaks = PersonalStreaks.of(today, boards, mode, now);
        List<StreakLeader> leaders = boards.get(Employees.BOARD, Partition.ALL).byId().values().stream()
                .filter(Employee::active)
                .filter(employee -> streaks.orZero(employee) > 0)
                .map(employee -> leader(employee, streaks.orZero(employee), work, open))
                .sorted(ORDER)
                .limit(SHOWN)
                .toList();
        return new Answer<>(leaders, CentralDay.of(now).end());
    }

    private static StreakLeader leader(Employee employee, long streak, WorkDay work, OpenDay open) {
        long id = employee.id();
        String department =
                open.windows(id).stream().max(BY_START).map(Window::department).orElse("Unknown");
        return new StreakLeader(id, employee.name(), streak, work.items(id), work.points(id), department);
    }
}
