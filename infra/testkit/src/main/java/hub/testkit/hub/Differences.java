package hub.testkit.hub;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an answer says otherwise than SQL does. Numbers are compared exactly; 6 equals 6.0. */
final class Differences {

    /** What an answer leaves out where SQL has NULL. */
    private static final Set<String> LEFT_OUT =
            Set.of("behind_by", "avg_daily_cost", "avg_daily_items", "avg_daily_hours");

    private final String view;
    private final List<String> found = new ArrayList<>();

    Differences(String view) {
        this.view = view;
    }

    void text(String row, String field, @Nullable String expected, JsonNode answer) {
        JsonNode value = answer.path(field);
        String actual = value.isNull() || value.isMissingNode() ? null : value.asString("");
        if (!Objects.equals(expected, actual)) {
            add(row, field, expected, value);
        }
    }

    void number(String row, String field, @Nullable Number expected, JsonNode answer) {
        JsonNode value = answer.path(field);
        if (expected == null ? !value.isNull() : !equal(new BigDecimal(expected.toString()), value)) {
            add(row, field, expected, value);
        }
    }

    void flag(String row, String field, boolean expected, JsonNode answer) {
        JsonNode value = answer.path(field);
        if (!value.isBoolean() || value.asBoolean() != expected) {
            add(row, field, expected, value);
        }
    }

    /** @param expected a text, a number or null; true equals 1 */
    void same(String row, String field, @Nullable Object expected, JsonNode value) {
        boolean same = switch (expected) {
            case null -> LEFT_OUT.contains(field) ? value.isMissingNode() : value.isNull();
            case Number number when value.isBoolean() -> value.asBoolean() == (number.intValue() == 1);
            case Number number -> equal(new BigDecimal(number.toString()), value);
            default -> value.isString() && value.asString().equals(expected);
        };
        if (!same) {
            add(row, field, expected, value);
        }
    }

    void add(String row, String field, @Nullable Object expected, @Nullable Object actual) {
        found.add("%s, %s, %s: SQL says %s, the service says %s".formatted(view, row, field, expected, actual));
    }

    List<String> found() {
        return List.copyOf(found);
    }

    private static boolean equal(BigDecimal expected, JsonNode value) {
        return value.isNumber() && value.decimalValue().compareTo(expected) == 0;
    }
}
