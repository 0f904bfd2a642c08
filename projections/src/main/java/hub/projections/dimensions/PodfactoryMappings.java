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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is known to PodFactory as whom: every mapping, by employee. */
public record PodfactoryMappings(Map<Long, List<Mapping>> byEmployee) {

    /**
     * @param email null while nothing is mapped
     * @param name what PodFactory calls the person
     * @param similarity of both names, 0 to 1
     * @param verified whether somebody has confirmed it; null where that is not recorded
     */
    public record Mapping(
            long id,
            long employeeId,
            @Nullable String email,
            @Nullable String name,
            @Nullable BigDecimal similarity,
            @Nullable String confidence,
            @Nullable Boolean verified,
            @Nullable Instant createdAt) {

        /** Whether somebody has yet to confirm it. */
        public boolean pending() {
            return Boolean.FALSE.equals(verified);
        }

        public boolean confirmed() {
            return Boolean.TRUE.equals(verified);
        }
    }

    public static final Board<PodfactoryMappings> BOARD =
            new Board<>("mappings", Kind.FACTS, Retention.FOREVER, PodfactoryMappings::decode);

    /** Feeds {@link #BOARD}. */
    public static final ReadModel<Row.PodfactoryMapping> MODEL = new ReadModel<>(
            BOARD, Table.EMPLOYEE_PODFACTORY_MAPPING, Row.PodfactoryMapping.class, PodfactoryMappings::cells);

    public static final PartitionId PARTITION = BOARD.in(Partition.ALL);

    /** In any order. */
    public List<Mapping> all() {
        return byEmployee.values().stream().flatMap(List::stream).toList();
    }

    /** The addresses that are mapped to the employee, confirmed or not, in alphabetical order. */
    public List<String> emails(long employeeId) {
        return emails(employeeId, mapping -> true);
    }

    /** Those of certain mappings. */
    public List<String> emails(long employeeId, Predicate<Mapping> which) {
        return byEmployee.getOrDefault(employeeId, List.of()).stream()
                .filter(which)
                .map(Mapping::email)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private static PodfactoryMappings decode(Map<String, String> fields) {
        Map<Long, List<Mapping>> byEmployee = new HashMap<>();
        fields.forEach((key, value) -> {
            Mapping mapping = decode(Long.parseLong(key), Fields.split(value, 5));
            byEmployee
                    .computeIfAbsent(mapping.employeeId(), employee -> new ArrayList<>(1))
                    .add(mapping);
        });
        return new PodfactoryMappings(byEmployee);
    }

    private static Mapping decode(long id, List<String> parts) {
        List<@Nullable String> texts = Fields.splitTexts(parts.get(4), 3);
        return new Mapping(
                id,
                Long.parseLong(parts.get(0)),
                texts.get(0),
                texts.get(1),
                Fields.nullableDecimal(parts.get(3)),
                texts.get(2),
                parts.get(1).equals("-") ? null : parts.get(1).equals("1"),
                Fields.nullableInstant(parts.get(2)));
    }

    private static void cells(Row.PodfactoryMapping row, Cells out) {
        Boolean verified = row.verified();
        out.fact(
                Partition.ALL,
                row.id(),
                Fields.of(
                        row.employeeId(),
                        verified == null ? null : verified ? 1 : 0,
                        row.createdAt(),
                        Fields.decimal(row.similarity()),
                        Fields.texts(row.email(), row.name(), row.confidence())));
    }
}
