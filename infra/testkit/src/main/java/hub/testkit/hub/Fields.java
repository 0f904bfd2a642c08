package hub.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asserts the fields of one row of an answer; 6 equals 6.0. */
public record Fields(JsonNode row) {

    /** The only row of an answer. */
    public static Fields onlyRow(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.json().size()).as("rows in %s", reply.body()).isEqualTo(1);
        return new Fields(reply.json().get(0));
    }

    /** The row whose {@code field} is {@code value}. */
    public static Fields rowOf(Reply reply, String field, Object value) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        for (JsonNode row : reply.json()) {
            if (row.path(field).asString("").equals(value.toString())) {
                return new Fields(row);
            }
        }
        throw new AssertionError("no row with " + field + " " + value + " in " + reply.body());
    }

    /** That the field is left out. */
    public Fields hasNo(String field) {
        assertThat(row.has(field)).as("%s is in %s", field, row).isFalse();
        return this;
    }

    public Fields has(String field, @Nullable Object expected) {
        JsonNode value = row.path(field);
        assertThat(value.isMissingNode()).as("%s is missing in %s", field, row).isFalse();
        switch (expected) {
            case null ->
                assertThat(value.isNull()).as("%s in %s is null", field, row).isTrue();
            case Number number -> {
                assertThat(value.isNumber())
                        .as("%s in %s is a number", field, row)
                        .isTrue();
                assertThat(value.decimalValue())
                        .as("%s in %s", field, row)
                        .isEqualByComparingTo(new BigDecimal(number.toString()));
            }
            default -> assertThat(value.asString("")).as("%s in %s", field, row).isEqualTo(expected);
        }
        return this;
    }
}
