package hub.ingest.debezium;

import io.debezium.document.Array;
import io.debezium.document.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The declared type of a column, as a schema history entry tells it: enough to know whether a change of it leaves every
 * value as it was. {@code ALTER TABLE} converts the stored values without a word in the binlog.
 *
 * @param name upper case, without sign and length
 * @param length digits, characters or fractional seconds, as the type has it; 0 if none is declared
 * @param nullInOldRows whether the column is {@code NULL} in the rows that were there when it was added
 * @param inOldRows the integer that it is in them; empty if none is known
 */
record ColumnType(
        String name,
        boolean unsigned,
        int length,
        int scale,
        boolean optional,
        boolean generated,
        String charset,
        List<String> values,
        boolean nullInOldRows,
        OptionalLong inOldRows) {

    private static final Map<String, Integer> INTEGER_BITS =
            Map.of("TINYINT", 8, "SMALLINT", 16, "MEDIUMINT", 24, "INT", 32, "BIGINT", 64);
    private static final Map<String, Long> TEXT_BYTES =
            Map.of("TINYTEXT", 255L, "TEXT", 65_535L, "MEDIUMTEXT", 16_777_215L, "LONGTEXT", 4_294_967_295L);
    private static final int BYTES_PER_CHARACTER = 4;
    private static final Set<String> FRACTIONAL_SECONDS = Set.of("DATETIME", "TIMESTAMP", "TIME");

    static ColumnType of(Document column, @Nullable String tableCharset) {
        String type =
                Objects.requireNonNullElse(column.getString("typeName"), "").toUpperCase(Locale.ROOT);
        String charset = Objects.requireNonNullElse(column.getString("charsetName"), "");
        return new ColumnType(
                name(type),
                type.contains("UNSIGNED"),
                Objects.requireNonNullElse(column.getInteger("length"), 0),
                Objects.requireNonNullElse(column.getInteger("scale"), 0),
                isTrue(column, "optional"),
                isTrue(column, "generated"),
                charset.isEmpty() ? Objects.requireNonNullElse(tableCharset, "") : charset,
                values(column.getArray("enumValues")),
                isTrue(column, "optional") && column.getString("defaultValueExpression") == null,
                inOldRows(column));
    }

    /** Without a default, a number is 0 where it cannot be null. */
    private static OptionalLong inOldRows(Document column) {
        String value = column.getString("defaultValueExpression");
        if (value == null) {
            return isTrue(column, "optional") ? OptionalLong.empty() : OptionalLong.of(0);
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "0", "b'0'", "false" -> OptionalLong.of(0);
            case "1", "b'1'", "true" -> OptionalLong.of(1);
            default -> OptionalLong.empty();
        };
    }

    private static boolean isTrue(Document column, String field) {
        return Boolean.TRUE.equals(column.getBoolean(field));
    }

    private static List<String> values(@Nullable Array array) {
        return array == null
                ? List.of()
                : IntStream.range(0, array.size())
                        .mapToObj(i -> array.get(i).asString())
                        .toList();
    }

    private static String name(String type) {
        String plain = type.replaceAll("\\(.*?\\)|\\bUNSIGNED\\b|\\bZEROFILL\\b|\\bSIGNED\\b", "")
                .trim();
        return switch (plain) {
            case "BOOL", "BOOLEAN" -> "TINYINT";
            case "INTEGER" -> "INT";
            case "NUMERIC", "DEC", "FIXED" -> "DECIMAL";
            default -> plain;
        };
    }

    /** Whether a column that turned from this type into {@code next} still holds every value as it was. */
    boolean keepsItsValuesAs(ColumnType next) {
        boolean keepsNulls = next.optional || !optional;
        return keepsNulls && generated == next.generated && holdsAllOf(next);
    }

    private boolean holdsAllOf(ColumnType next) {
        if (INTEGER_BITS.containsKey(name)) {
            return INTEGER_BITS.containsKey(next.name) ? isNoNarrowerInteger(next) : isWideEnoughDecimal(next);
        }
        if (name.equals("DECIMAL")) {
            return next.name.equals("DECIMAL")
                    && (unsigned || !next.unsigned)
                    && next.scale >= scale
                    && next.length - next.scale >= length - scale;
        }
        if (name.equals("VARCHAR") || TEXT_BYTES.containsKey(name)) {
            return holdsText(next);
        }
        if (FRACTIONAL_SECONDS.contains(name)) {
            return next.name.equals(name) && next.length >= length;
        }
        return next.name.equals(name)
                && next.unsigned == unsigned
                && next.length >= length
                && next.scale == scale
                && keepsCharacters(next)
                && new HashSet<>(next.values).containsAll(values);
    }

    private int bits() {
        return INTEGER_BITS.getOrDefault(name, 0);
    }

    private boolean isNoNarrowerInteger(ColumnType next) {
        int more = next.bits() - bits();
        return unsigned == next.unsigned ? more >= 0 : unsigned && more > 0;
    }

    private boolean isWideEnoughDecimal(ColumnType next) {
        int digits = unsigned && name.equals("BIGINT") ? 20 : (int) Math.ceil(bits() * 0.30103);
        return next.name.equals("DECIMAL") && (unsigned || !next.unsigned) && next.length - next.scale >= digits;
    }

    private boolean holdsText(ColumnType next) {
        Long bytes = TEXT_BYTES.get(next.name);
        if (!keepsCharacters(next) || bytes == null && !next.name.equals("VARCHAR")) {
            return false;
        }
        Long mine = TEXT_BYTES.get(name);
        if (bytes == null) {
            return mine == null && next.length >= length;
        }
        return bytes >= (mine == null ? (long) length * BYTES_PER_CHARACTER : mine);
    }

    private boolean keepsCharacters(ColumnType next) {
        return next.charset.equals(charset) || next.charset.startsWith("utf8mb4");
    }

    /** As one would declare it. */
    String text() {
        String sizes = values.isEmpty()
                ? length == 0 ? "" : "(" + length + (scale == 0 ? "" : "," + scale) + ")"
                : values.stream().collect(Collectors.joining(",", "(", ")"));
        return name + sizes + (unsigned ? " UNSIGNED" : "") + (optional ? "" : " NOT NULL");
    }
}
