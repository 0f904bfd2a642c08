package hub.ingest.debezium;

import hub.projections.change.Table;
import hub.projections.change.UnreadableValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * One captured column under one schema: reads any width of its kind, exactly, or says what is wrong.
 *
 * <p>{@code Struct.get} replaces {@code NULL} by the column's default; a column that has one is read by the slower way
 * that does not.
 */
final class Column {

    private static final Instant EPOCH = Instant.EPOCH;

    private final Table table;
    private final int index;
    private final Field field;
    private final boolean hasDefault;
    private final String semantics;

    Column(Table table, Field field) {
        this.table = table;
        this.index = table.columns().indexOf(field.name());
        this.field = field;
        this.hasDefault = field.schema().defaultValue() != null;
        this.semantics = field.schema().name() == null ? "" : field.schema().name();
    }

    static Column of(Table table, Schema row, String name) {
        Field field = row.field(name);
        if (field == null) {
            throw new Undecodable("column " + table.sqlName() + "." + name + " is not in the stream any more");
        }
        return new Column(table, field);
    }

    private @Nullable Object raw(Struct row) {
        return hasDefault ? row.getWithoutDefault(field.name()) : row.get(field);
    }

    @Nullable
    Long integer(Struct row) {
        Object value = raw(row);
        return switch (value) {
            case null -> null;
            case Integer i -> i.longValue();
            case Long l -> l;
            case Short s -> s.longValue();
            case Byte b -> b.longValue();
            case Boolean b -> b ? 1L : 0L;
            case BigDecimal d -> exact(d);
            case Double d -> exact(new BigDecimal(d));
            case Float f -> exact(new BigDecimal(f));
            default -> throw unexpected("an integer", value);
        };
    }

    private long exact(BigDecimal value) {
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw new UnreadableValue(index, "is no 64-bit integer");
        }
    }

    @Nullable
    BigDecimal decimal(Struct row) {
        Object value = raw(row);
        return switch (value) {
            case null -> null;
            case BigDecimal d -> d;
            case Integer i -> BigDecimal.valueOf(i);
            case Long l -> BigDecimal.valueOf(l);
            case Short s -> BigDecimal.valueOf(s);
            case Byte b -> BigDecimal.valueOf(b);
            case Double d -> asSql(Double.toString(d));
            case Float f -> asSql(Float.toString(f));
            default -> throw unexpected("a number", value);
        };
    }

    /** 5 and not 5.0, as the server itself writes such a number: what is read by SQL must be equal to it. */
    private static BigDecimal asSql(String number) {
        BigDecimal plain = new BigDecimal(number).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    @Nullable
    String text(Struct row) {
        Object value = raw(row);
        return switch (value) {
            case null -> null;
            case String s -> s;
            default -> throw unexpected("text", value);
        };
    }

    /**
     * {@code DATETIME} is naive UTC: Debezium encodes it as if it were UTC, whatever the zones of server and JVM are.
     * A zero date of a {@code NOT NULL} column arrives as the epoch, which therefore reads as null wherever it stands.
     */
    @Nullable
    Instant instant(Struct row) {
        Object value = raw(row);
        Instant instant = switch (value) {
            case null -> null;
            case Long l -> instant(l);
            case String s -> OffsetDateTime.parse(s).toInstant();
            default -> throw unexpected("a date and time", value);
        };
        return EPOCH.equals(instant) ? null : instant;
    }

    private Instant instant(long value) {
        return switch (semantics) {
            case "io.debezium.time.Timestamp" -> Instant.ofEpochMilli(value);
            case "io.debezium.time.MicroTimestamp" -> EPOCH.plus(value, ChronoUnit.MICROS);
            case "io.debezium.time.NanoTimestamp" -> EPOCH.plusNanos(value);
            default -> throw unexpected("a date and time", value);
        };
    }

    @Nullable
    LocalDate date(Struct row) {
        Object value = raw(row);
        if (value instanceof Integer days && semantics.equals("io.debezium.time.Date")) {
            return days == 0 ? null : LocalDate.ofEpochDay(days);
        }
        Instant midnight = instant(row);
        return midnight == null ? null : LocalDate.ofInstant(midnight, ZoneOffset.UTC);
    }

    private String name() {
        return "column " + table.sqlName() + "." + field.name();
    }

    private Undecodable unexpected(String wanted, Object value) {
        return new Undecodable(name() + " should hold " + wanted + " but the stream carries "
                + value.getClass().getSimpleName() + " ("
                + (semantics.isEmpty() ? field.schema().type() : semantics)
                + ")");
    }
}
