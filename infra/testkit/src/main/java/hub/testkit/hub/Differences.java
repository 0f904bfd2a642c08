package hub.testkit.hub;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an answer says otherwise than SQL does. Numbers may be apart by one hundredth. */
final class Differences {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

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
        if (expected == null ? !value.isNull() : !near(new BigDecimal(expected.toString()), value)) {
            add(row, field, expected, value);
        }
    }

    void add(String row, String field, @Nullable Object expected, @Nullable Object actual) {
        found.add("%s, %s, %s: SQL says %s, the service says %s".formatted(view, row, field, expected, actual));
    }

    List<String> found() {
        return List.copyOf(found);
    }

    private static boolean near(BigDecimal expected, JsonNode value) {
        return value.isNumber() && value.decimalValue().subtract(expected).abs().compareTo(TOLERANCE) <= 0;
    }
}
