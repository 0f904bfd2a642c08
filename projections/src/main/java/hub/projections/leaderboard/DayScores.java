package hub.projections.leaderboard;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.leaderboard.LeaderboardDay.Work;
import hub.projections.scores.StoredScores;
import hub.projections.scores.StoredScores.StoredScore;
import hub.projections.seals.Multipliers;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import hub.projections.view.ScoreMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Items and points of one Central day (domain Decision 1). {@code live}: derived from activities until the day has ended
 * and the stored score is final, then the stored score. {@code stored}: always the stored score. What is derived of a day
 * that was sealed, such as late work of somebody without a stored score, is worth what an item was worth under the seal.
 */
public final class DayScores {

    private final LeaderboardDay work;
    private final StoredScores stored;
    private final Multipliers multipliers;
    private final ScoreMode mode;
    private final boolean ended;

    private DayScores(
            LeaderboardDay work, StoredScores stored, Multipliers multipliers, ScoreMode mode, boolean ended) {
        this.work = work;
        this.stored = stored;
        this.multipliers = multipliers;
        this.mode = mode;
        this.ended = ended;
    }

    /** The partitions that the scores of {@code date} are made from. */
    public static Set<PartitionId> partitions(LocalDate date, Instant now) {
        Partition day = new Partition.Day(date);
        Set<PartitionId> all = new HashSet<>(Multipliers.partitions(date, now));
        all.add(LeaderboardDay.BOARD.in(day));
        all.add(StoredScores.BOARD.in(day));
        return all;
    }

    public static DayScores of(LocalDate date, Boards boards, ScoreMode mode, Instant now) {
        Partition day = new Partition.Day(date);
        return new DayScores(
                boards.get(LeaderboardDay.BOARD, day),
                boards.get(StoredScores.BOARD, day),
                Multipliers.of(date, boards, now),
                mode,
                new CentralDay(date).endedAt(now));
    }

    public long items(long employeeId) {
        return record(employeeId).map(StoredScore::items).orElseGet(() -> derivedItems(employeeId));
    }

    /** Exact, not rounded. */
    public BigDecimal points(long employeeId) {
        return record(employeeId).map(StoredScore::points).orElseGet(() -> derivedPoints(employeeId));
    }

    /** Whether {@link #points} is more than zero; cheaper, for long streaks are made of it. */
    boolean hasPoints(long employeeId) {
        Optional<StoredScore> record = record(employeeId);
        if (record.isPresent()) {
            return record.get().points().signum() > 0;
        }
        boolean some = false;
        for (Map.Entry<@Nullable Long, Tally> role :
                work.of(employeeId).byRole().entrySet()) {
            int sign = Long.signum(role.getValue().items())
                    * multiplier(role.getKey()).signum();
            if (sign < 0) {
                return derivedPoints(employeeId).signum() > 0;
            }
            some |= sign > 0;
        }
        return some;
    }

    /** What the stored score says, if there is one. */
    public Optional<StoredScore> stored(long employeeId) {
        return stored.of(employeeId);
    }

    /** Everybody with anything to score. */
    public Set<Long> employees() {
        return mode == ScoreMode.STORED ? stored.byEmployee().keySet() : union();
    }

    private Set<Long> union() {
        Set<Long> all = new HashSet<>(work.byEmployee().keySet());
        all.addAll(stored.byEmployee().keySet());
        return all;
    }

    /** The stored score, where it is the record. */
    private Optional<StoredScore> record(long employeeId) {
        return switch (mode) {
            case LIVE -> ended ? stored.of(employeeId).filter(StoredScore::finalized) : Optional.empty();
            case STORED -> Optional.of(stored.of(employeeId).orElse(StoredScore.NONE));
        };
    }

    private long derivedItems(long employeeId) {
        return work.of(employeeId).items();
    }

    private BigDecimal derivedPoints(long employeeId) {
        Work done = work.of(employeeId);
        BigDecimal points = BigDecimal.ZERO;
        for (Map.Entry<@Nullable Long, Tally> role : done.byRole().entrySet()) {
            points = points.add(multiplier(role.getKey())
                    .multiply(BigDecimal.valueOf(role.getValue().items())));
        }
        return points;
    }

    private BigDecimal multiplier(@Nullable Long roleId) {
        return multipliers.of(roleId).orElse(BigDecimal.ZERO);
    }
}
