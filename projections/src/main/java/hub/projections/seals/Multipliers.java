package hub.projections.seals;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Roles;
import hub.projections.dimensions.Roles.Role;
import hub.projections.view.Boards;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Points per item of one Central day, by role: as recorded when the day was sealed, once it has ended; else as they are now
 * (domain Decision 15). Whatever is derived from activities takes its points from here.
 */
public final class Multipliers {

    private final DayRates recorded;
    private final Roles current;

    private Multipliers(DayRates recorded, Roles current) {
        this.recorded = recorded;
        this.current = current;
    }

    /** What {@link #of} reads. */
    public static Set<PartitionId> partitions(LocalDate date, Instant now) {
        Set<PartitionId> partitions = new HashSet<>(DayRates.partitions(date, now));
        partitions.add(Roles.PARTITION);
        return partitions;
    }

    public static Multipliers of(LocalDate date, Boards boards, Instant now) {
        return new Multipliers(DayRates.of(date, boards, now), boards.get(Roles.BOARD, Partition.ALL));
    }

    /** Empty if there is no such role, now or under the seal: its items earn nothing. */
    public Optional<BigDecimal> of(@Nullable Long roleId) {
        return roleId == null
                ? Optional.empty()
                : recorded.ofRole(roleId).or(() -> current.find(roleId).map(Role::multiplier));
    }
}
