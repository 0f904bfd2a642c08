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

    /** Of integers that fit into 64 bits whatever their digits are. */
    private static final int MOST_DIGITS = 18;

    private static final String USUAL_INSTANT = "0000-00-00 00:00:00";

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
        return parsed(column, "is no 64-bit integer", TextValues::integer);
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

    /** The usual forms by hand: a rebuild reads millions. */
    private static long integer(String value) {
        boolean usual = value.length() <= MOST_DIGITS && isDigits(value);
        return usual ? Long.parseLong(value) : new BigDecimal(value).longValueExact();
    }

    private static boolean isDigits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static @Nullable Instant instant(String value) {
        if (zero(value)) {
            return null;
        }
        LocalDateTime time = isUsual(value) ? usual(value) : LocalDateTime.parse(value.replace(' ', 'T'));
        Instant instant = time.toInstant(ZoneOffset.UTC);
        return instant.equals(Instant.EPOCH) ? null : instant;
    }

    /** As {@link #USUAL_INSTANT}, with any digits: a column that was made text may hold anything. */
    private static boolean isUsual(String value) {
        if (value.length() != USUAL_INSTANT.length()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char form = USUAL_INSTANT.charAt(i);
            if (form == '0' ? !isDigit(value.charAt(i)) : value.charAt(i) != form) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime usual(String value) {
        return LocalDateTime.of(
                number(value, 0, 4),
                number(value, 5, 7),
                number(value, 8, 10),
                number(value, 11, 13),
                number(value, 14, 16),
                number(value, 17, 19));
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value, from, to, 10);
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
