package hub.projections.dimensions;

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
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All roles by id: what an item is worth, what is expected, how long a pause may be. */
public record Roles(Map<Long, Role> byId) {

    /** The ids that the warehouse's software knows (domain: role_configs). */
    public static final long HEAT_PRESSING = 1;

    public static final long PACKING_AND_SHIPPING = 2;
    public static final long PICKER = 3;
    public static final long LABELER = 4;
    public static final long FILM_MATCHING = 5;

    /**
     * @param multiplier points per item
     * @param expectedPerHour items per hour; null if not set
     * @param idleThresholdMinutes the pause that is not idle in a continuous role; null if not set
     */
    public record Role(
            long id,
            String name,
            boolean batch,
            BigDecimal multiplier,
            @Nullable BigDecimal expectedPerHour,
            @Nullable Long idleThresholdMinutes) {}

    public static final Board<Roles> BOARD = new Board<>("roles", Kind.FACTS, Retention.FOREVER, Roles::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Role> MODEL =
            new ReadModel<>(BOARD, Table.ROLE_CONFIGS, Row.Role.class, Roles::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    /** The role, unless the activity names none or one that does not exist. */
    public Optional<Role> find(@Nullable Long id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    private static Roles decode(Map<String, String> fields) {
        Map<Long, Role> byId = HashMap.newHashMap(fields.size());
        fields.forEach((key, value) -> {
            List<String> parts = Fields.split(value, 5);
            long id = Long.parseLong(key);
            byId.put(
                    id,
                    new Role(
                            id,
                            parts.get(4).substring(1),
                            parts.get(0).equals("1"),
                            new BigDecimal(parts.get(1)),
                            parts.get(2).equals("-") ? null : new BigDecimal(parts.get(2)),
                            Fields.nullableLong(parts.get(3))));
        });
        return new Roles(Map.copyOf(byId));
    }

    private static void cells(Row.Role row, Cells out) {
        BigDecimal expected = row.expectedPerHour();
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(
                        row.batch() ? 1 : 0,
                        row.multiplier().toPlainString(),
                        expected == null ? null : expected.toPlainString(),
                        row.idleThresholdMinutes(),
                        Fields.text(row.name())));
    }
}
