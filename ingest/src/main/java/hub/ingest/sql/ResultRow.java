package hub.ingest.sql;

import hub.ingest.row.RowValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row whose values were selected as text, so that no driver's idea of zones, zero dates or number widths matters.
 *
 * @param values by column, null for {@code NULL}
 */
record ResultRow(List<@Nullable String> values) implements RowValues {

    private static final String ZERO_DATE = "0000-00-00";

    @Override
    public @Nullable Long integer(int column) {
        String value = values.get(column);
        return value == null ? null : Long.valueOf(new BigDecimal(value).longValueExact());
    }

    @Override
    public @Nullable BigDecimal decimal(int column) {
        String value = values.get(column);
        return value == null ? null : new BigDecimal(value);
    }

    @Override
    public @Nullable String text(int column) {
        return values.get(column);
    }

    @Override
    public @Nullable Instant instant(int column) {
        String value = values.get(column);
        return value == null || value.startsWith(ZERO_DATE)
                ? null
                : LocalDateTime.parse(value.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }

    @Override
    public @Nullable LocalDate date(int column) {
        String value = values.get(column);
        return value == null || value.startsWith(ZERO_DATE) ? null : LocalDate.parse(value.substring(0, 10));
    }
}
