package hub.testkit.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A wrong answer is found out. */
class VerdictTest {

    private static List<Map<String, @Nullable Object>> expected() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", "E1");
        row.put("score", new BigDecimal("250.00"));
        row.put("minutes", null);
        row.put("breakdown.picking", new BigDecimal("7"));
        row.put("open", new BigDecimal("1"));
        return List.of(row);
    }

    private static List<String> found(String json) {
        Differences differences = new Differences("view");
        Verdict.compare(differences, "row", expected(), JsonMapper.shared().readTree(json));
        return differences.found();
    }

    @Test
    void whatSqlSaysIsRight() {
        assertThat(
                        found(
                                "[{\"name\":\"E1\",\"score\":250.0,\"minutes\":null,\"breakdown\":{\"picking\":7},\"open\":true}]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"name\":\"E2\",\"score\":250.0,\"minutes\":null,\"breakdown\":{\"picking\":7},\"open\":true}]",
                "[{\"name\":\"E1\",\"score\":250.01,\"minutes\":null,\"breakdown\":{\"picking\":7},\"open\":true}]",
                "[{\"name\":\"E1\",\"score\":\"250.00\",\"minutes\":null,\"breakdown\":{\"picking\":7},\"open\":true}]",
                "[{\"name\":\"E1\",\"score\":250.0,\"minutes\":0,\"breakdown\":{\"picking\":7},\"open\":true}]",
                "[{\"name\":\"E1\",\"score\":250.0,\"breakdown\":{\"picking\":7},\"open\":true}]",
                "[{\"name\":\"E1\",\"score\":250.0,\"minutes\":null,\"breakdown\":{\"picking\":8},\"open\":true}]",
                "[{\"name\":\"E1\",\"score\":250.0,\"minutes\":null,\"breakdown\":{},\"open\":true}]",
                "[{\"name\":\"E1\",\"score\":250.0,\"minutes\":null,\"breakdown\":{\"picking\":7},\"open\":false}]",
                "{}",
            })
    void anythingElseIsFound(String json) {
        assertThat(found(json)).hasSizeGreaterThanOrEqualTo(1);
    }
}
