package hub.projections.change;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

    private static final String ZERO_DATE = "0000-00-00";

    /** The select list of exactly the captured columns of {@code table}, in their order, each as text or {@code NULL}. */
    public static String select(Table table, Layout layout) {
        return table.columns().stream()
                .map(column -> layout.has(column) ? "CAST(`" + column + "` AS CHAR)" : "NULL")
                .collect(Collectors.joining(", "));
    }

    /** @throws ArithmeticException if the value is no 64-bit integer */
    @Override
    public @Nullable Long integer(int column) {
        String value = values[column];
        return value == null ? null : Long.valueOf(new BigDecimal(value).longValueExact());
    }

    @Override
    public @Nullable BigDecimal decimal(int column) {
        String value = values[column];
        return value == null ? null : new BigDecimal(value);
    }

    @Override
    public @Nullable String text(int column) {
        return values[column];
    }

    @Override
    public @Nullable Instant instant(int column) {
        String value = values[column];
        return value == null || value.startsWith(ZERO_DATE)
                ? null
                : LocalDateTime.parse(value.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    @Override
    public @Nullable LocalDate date(int column) {
        String value = values[column];
        return value == null || value.startsWith(ZERO_DATE) ? null : LocalDate.parse(value.substring(0, 10));
    }
}
