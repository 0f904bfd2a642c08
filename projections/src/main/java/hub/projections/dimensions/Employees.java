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
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All employees by id, active or not. */
public record Employees(Map<Long, Employee> byId) {

    /**
     * @param archivedAt null unless archived
     * @param roleId as an administrator set it; null if nobody has
     */
    public record Employee(
            long id,
            String name,
            boolean active,
            @Nullable Long currentStreak,
            @Nullable String email,
            @Nullable String connecteamUserId,
            @Nullable Instant archivedAt,
            @Nullable Long roleId,
            @Nullable Long achievementPoints,
            @Nullable LocalDate hireDate,
            boolean newEmployee,
            boolean contractor) {

        /**
         * The order of every list that is ordered by name (domain 3.9): capital letters before small ones, by the characters
         * themselves and not by any language's rules, since those differ between servers; equal names by id.
         */
        public static final Comparator<Employee> BY_NAME =
                Comparator.comparing(Employee::name).thenComparing(Employee::id);
    }

    public static final Board<Employees> BOARD =
            new Board<>("employees", Kind.FACTS, Retention.FOREVER, Employees::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.Employee> MODEL =
            new ReadModel<>(BOARD, Table.EMPLOYEES, Row.Employee.class, Employees::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    private static Employees decode(Map<String, String> fields) {
        Map<Long, Employee> byId = HashMap.newHashMap(fields.size());
        fields.forEach((key, value) -> {
            List<String> parts = Fields.split(value, 9);
            List<@Nullable String> texts = Fields.splitTexts(parts.get(8), 3);
            long id = Long.parseLong(key);
            byId.put(
                    id,
                    new Employee(
                            id,
                            Objects.requireNonNull(texts.get(0)),
                            parts.get(0).equals("1"),
                            Fields.nullableLong(parts.get(1)),
                            texts.get(1),
                            texts.get(2),
                            Fields.nullableInstant(parts.get(2)),
                            Fields.nullableLong(parts.get(3)),
                            Fields.nullableLong(parts.get(4)),
                            Fields.nullableDate(parts.get(5)),
                            parts.get(6).equals("1"),
                            parts.get(7).equals("1")));
        });
        return new Employees(Map.copyOf(byId));
    }

    private static void cells(Row.Employee row, Cells out) {
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(
                        row.active() ? 1 : 0,
                        row.currentStreak(),
                        row.archivedAt(),
                        row.roleId(),
                        row.achievementPoints(),
                        row.hireDate(),
                        row.newEmployee() ? 1 : 0,
                        row.contractor() ? 1 : 0,
                        Fields.texts(row.name(), row.email(), row.connecteamUserId())));
    }
}
