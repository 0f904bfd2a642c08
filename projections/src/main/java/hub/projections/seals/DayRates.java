package hub.projections.seals;

import hub.projections.board.Board;
import hub.projections.board.Board.Kind;
import hub.projections.board.Board.Retention;
import hub.projections.board.Cells;
import hub.projections.board.Fields;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.model.ReadModel;
import hub.projections.time.CentralDay;
import hub.projections.view.Boards;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an item and an hour were worth on one Central day, as recorded when it was sealed (domain Decision 15). Views of a
 * day that has ended take these where they exist, else what is so now.
 *
 * @param byRole points per item
 * @param byEmployee dollars per hour
 */
public record DayRates(Map<Long, BigDecimal> byRole, Map<Long, BigDecimal> byEmployee) {

    public static final Board<DayRates> BOARD =
            new Board<>("dayrates", Kind.FACTS, Retention.HISTORY, DayRates::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.DayRate> MODEL =
            new ReadModel<>(BOARD, Table.DAY_RATES, Row.DayRate.class, DayRates::cells);

    private static final String ROLE = "role";
    private static final DayRates NONE = new DayRates(Map.of(), Map.of());

    /** What {@link #of} reads of that day. */
    public static Set<PartitionId> partitions(LocalDate date, Instant now) {
        return new CentralDay(date).endedAt(now) ? Set.of(BOARD.in(new Partition.Day(date))) : Set.of();
    }

    /** None while the day goes on: the evening's seal does not freeze what live readers see. */
    public static DayRates of(LocalDate date, Boards boards, Instant now) {
        return new CentralDay(date).endedAt(now) ? boards.get(BOARD, new Partition.Day(date)) : NONE;
    }

    /** Points per item; empty if none are recorded. */
    public Optional<BigDecimal> ofRole(long roleId) {
        return Optional.ofNullable(byRole.get(roleId));
    }

    /** Dollars per hour; empty if none are recorded. */
    public Optional<BigDecimal> ofEmployee(long employeeId) {
        return Optional.ofNullable(byEmployee.get(employeeId));
    }

    private static DayRates decode(Map<String, String> fields) {
        Map<Long, BigDecimal> byRole = new HashMap<>();
        Map<Long, BigDecimal> byEmployee = new HashMap<>();
        fields.values().forEach(value -> {
            List<String> parts = Fields.split(value, 3);
            (parts.get(2).equals("=" + ROLE) ? byRole : byEmployee)
                    .put(Long.valueOf(parts.get(0)), new BigDecimal(parts.get(1)));
        });
        return new DayRates(Map.copyOf(byRole), Map.copyOf(byEmployee));
    }

    private static void cells(Row.DayRate row, Cells out) {
        out.fact(
                new Partition.Day(row.scoreDate()),
                row.id(),
                Fields.of(row.subjectId(), row.rate().toPlainString(), Fields.text(row.kind())));
    }
}
