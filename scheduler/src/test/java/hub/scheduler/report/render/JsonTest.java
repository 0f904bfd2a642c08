package hub.scheduler.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.report.SampleDay;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class JsonTest {

    private final JsonNode json = JsonMapper.shared().readTree(Json.of(SampleDay.report()));

    @Test
    void everyPartIsThere() {
        assertThat(json.get("date").asString()).isEqualTo("2026-01-15");
        assertThat(json.get("state").asString()).isEqualTo("provisional");
        assertThat(json.at("/seal/version").asInt()).isEqualTo(1);
        assertThat(json.at("/seal/evaluated_at").asString()).isEqualTo("2026-01-16T00:05:00Z");
        assertThat(json.at("/made/position").asString()).startsWith("mysql-gtid:");
        assertThat(json.at("/figures/0/value").decimalValue()).isEqualByComparingTo("1017.00");
        assertThat(json.at("/figures/0/since_previous").decimalValue()).isEqualByComparingTo("408.5");
        assertThat(json.at("/top_five/1/name").asString()).isEqualTo("Bruno <script>alert(1)</script>");
        assertThat(json.at("/departments/0/items").asLong()).isEqualTo(420);
        assertThat(json.at("/heatmap/7/hours/4/items").asLong()).isEqualTo(634);
        assertThat(json.at("/cost/per_item").decimalValue()).isEqualByComparingTo("1.531");
        assertThat(json.get("empty").asBoolean()).isFalse();
    }

    @Test
    void costIsLeftOutForThoseWhoMayNotSeeIt() {
        assertThat(JsonMapper.shared()
                        .readTree(Json.of(SampleDay.report().withoutCost()))
                        .get("cost")
                        .isNull())
                .isTrue();
    }
}
