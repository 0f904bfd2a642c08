package hub.projections.leaderboard;

import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.view.Boards;
import hub.projections.view.ScoreMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The streak that is shown beside a name: live, derived; stored, what {@code employees.current_streak} says. */
public final class PersonalStreaks {

    private final ScoreMode mode;
    private final Map<Long, Integer> derived;

    private PersonalStreaks(ScoreMode mode, Map<Long, Integer> derived) {
        this.mode = mode;
        this.derived = derived;
    }

    /** What {@link #of} reads, as far as the loaded days tell. */
    public static Set<PartitionId> reads(LocalDate date, Boards loaded, ScoreMode mode, Instant now) {
        return switch (mode) {
            case LIVE -> new Streaks(date, loaded, now).reads();
            case STORED -> Set.of();
        };
    }

    /** The streaks that end at {@code date}. */
    public static PersonalStreaks of(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        return new PersonalStreaks(
                mode,
                switch (mode) {
                    case LIVE -> new Streaks(date, boards, now).byEmployee();
                    case STORED -> Map.of();
                });
    }

    /** Null only in stored mode, if nothing is stored. */
    public @Nullable Long of(Employee employee) {
        return switch (mode) {
            case LIVE -> (long) derived.getOrDefault(employee.id(), 0);
            case STORED -> employee.currentStreak();
        };
    }

    public long orZero(Employee employee) {
        Long streak = of(employee);
        return streak == null ? 0 : streak;
    }
}
