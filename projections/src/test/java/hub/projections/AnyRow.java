package hub.projections;

import hub.projections.change.Row;
import hub.projections.change.Table;
import hub.projections.time.CentralDay;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Rows of every table there is, found by looking at {@link Row}: a new table's rows are among them untold. */
final class AnyRow {

    private AnyRow() {}

    /** Of any table; of some nothing can be relied on but the key. */
    static Arbitrary<Row> rows() {
        return Arbitraries.oneOf(
                Stream.concat(kinds().map(AnyRow::of), Stream.of(unreadable())).toList());
    }

    /** Two states of one row. */
    static Arbitrary<List<Row>> changes() {
        return Arbitraries.oneOf(kinds().map(AnyRow::changes).toList());
    }

    private static Arbitrary<List<Row>> changes(Class<?> kind) {
        return Combinators.combine(of(kind), of(kind)).as((from, to) -> List.of(from, with(to, "id", from.id())));
    }

    /** The same row but for one component; the row itself if it has no such component. */
    static Row with(Row row, String name, Object value) {
        RecordComponent[] components = row.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name) ? value : get(component, row))
                .toArray();
        return create(row.getClass(), values);
    }

    private static Stream<Class<?>> kinds() {
        return Arrays.stream(Row.class.getPermittedSubclasses()).filter(kind -> kind != Row.Unreadable.class);
    }

    private static Arbitrary<Row> of(Class<?> kind) {
        return Combinators.combine(Arrays.stream(kind.getRecordComponents())
                        .map(AnyRow::values)
                        .toList())
                .as(values -> create(kind, values.toArray()));
    }

    private static Arbitrary<Row> unreadable() {
        List<Table> tables = kinds().map(kind -> of(kind).sample().table()).toList();
        return Combinators.combine(ids(), Arbitraries.of(tables))
                .as((id, table) -> new Row.Unreadable(id, table, "it is poisoned"));
    }

    private static Arbitrary<@Nullable Object> values(RecordComponent component) {
        Arbitrary<?> values = switch (component.getType().getSimpleName()) {
            case "long" -> ids();
            case "Long" -> Arbitraries.longs().between(-50, 10_000).edgeCases(edges -> edges.add(3L));
            case "boolean", "Boolean" -> Arbitraries.of(true, false);
            case "String" -> texts();
            case "BigDecimal" -> Arbitraries.of("0", "1.50", "-3.25", "0.333").map(BigDecimal::new);
            case "Instant" -> instants();
            case "LocalDate" -> instants().map(at -> CentralDay.of(at).date());
            default -> throw new IllegalStateException("no values for " + component);
        };
        return values.injectNull(isNullable(component.getAnnotatedType()) ? 0.1 : 0)
                .map(value -> value);
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(
                "Picking", "QC Passed", "", "a|b", "-", "podfactory", "role", "employee", "closing", "daily", "7=😀");
    }

    static Arbitrary<Long> ids() {
        return Arbitraries.longs().between(1, 6);
    }

    /** Around the day edges of an ordinary day and of both switch days. */
    static Arbitrary<Instant> instants() {
        return Combinators.combine(
                        Arbitraries.of(
                                "2026-01-15T06:00:00Z",
                                "2026-03-08T06:00:00Z",
                                "2026-03-09T05:00:00Z",
                                "2026-11-01T05:00:00Z",
                                "2026-11-02T06:00:00Z"),
                        Arbitraries.longs().between(-7200, 7200))
                .as((edge, offset) -> Instant.parse(edge).plusSeconds(offset));
    }

    private static Object get(RecordComponent component, Row row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row create(Class<?> kind, Object[] values) {
        Class<?>[] types = Arrays.stream(kind.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor(types);
            return (Row) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(kind.getSimpleName() + " of " + Arrays.toString(values), e);
        }
    }
}
