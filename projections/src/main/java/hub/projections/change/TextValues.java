package hub.projections.change;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row whose columns were selected as text, see {@link #select(Table, Layout)}, so that no driver's idea of zones, zero dates or number
 * widths matters.
 *
 * @param values by column, null for {@code NULL}
 */
@SuppressWarnings("ArrayRecordComponent") // one per row read, never compared
public record TextValues(@Nullable String[] values) implements RowValues {

    /**
     * The select list of exactly the captured columns of {@code table}, in their order, each as text or {@code NULL}, or as
     * {@link Table#absent}.
     */
    public static String select(Table table, Layout layout) {
        return table.columns().stream()
                .map(column -> layout.has(column) ? "CAST(`" + column + "` AS CHAR)" : absent(table, column))
                .collect(Collectors.joining(", "));
    }

    private static String absent(Table table, String column) {
        OptionalLong value = table.absent(column);
        return value.isPresent() ? "'" + value.getAsLong() + "'" : "NULL";
    }

    @Override
    public @Nullable Long integer(int column) {
        return parsed(column, "is no 64-bit integer", value -> new BigDecimal(value).longValueExact());
    }

    @Override
    public @Nullable BigDecimal decimal(int column) {
        return parsed(column, "is no number", BigDecimal::new);
    }

    @Override
    public @Nullable String text(int column) {
        return values[column];
    }

    @Override
    public @Nullable Instant instant(int column) {
        return parsed(column, "is no date and time", TextValues::instant);
    }

    @Override
    public @Nullable LocalDate date(int column) {
        return parsed(column, "is no date", TextValues::date);
    }

    private static @Nullable Instant instant(String value) {
        if (zero(value)) {
            return null;
        }
        Instant instant = LocalDateTime.parse(value.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        return instant.equals(Instant.EPOCH) ? null : instant;
    }

    private static @Nullable LocalDate date(String value) {
        if (zero(value)) {
            return null;
        }
        LocalDate date = LocalDate.parse(value.substring(0, Math.min(10, value.length())));
        return date.equals(LocalDate.EPOCH) ? null : date;
    }

    /** Whether its year, month or day is zero. */
    private static boolean zero(String value) {
        return value.startsWith("0000-") || value.startsWith("-00-", 4) || value.startsWith("-00", 7);
    }

    private <T> @Nullable T parsed(int column, String otherwise, Function<String, @Nullable T> parse) {
        String value = values[column];
        if (value == null) {
            return null;
        }
        try {
            return parse.apply(value);
        } catch (ArithmeticException | DateTimeException | NumberFormatException e) {
            throw new UnreadableValue(column, otherwise);
        }
    }
}
