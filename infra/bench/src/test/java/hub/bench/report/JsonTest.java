package hub.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import hub.bench.machine.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonTest {

    @Test
    void aLineHasItsSpreadItsRatioAndWhatIsAskedOfIt() {
        Line line = new Line("drain", "rows/s", Sample.of(50, 60, 70), Sample.of(100, 100, 100))
                .wantingRatio(Bound.atLeast(0.7));

        JsonNode json = written(line);

        assertThat(json.at("/measured/median").asDouble()).isEqualTo(60);
        assertThat(json.at("/measured/rounds")).hasSize(3);
        assertThat(json.at("/floor/max").asDouble()).isEqualTo(100);
        assertThat(json.at("/ratio/min").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/target").asString()).isEqualTo("≥ 0.7");
        assertThat(json.at("/reached").asBoolean()).isFalse();
    }

    @Test
    void whatIsNotThereIsNull() {
        JsonNode json = written(Line.alone("Redis", "CPU s", Sample.of(4)));

        assertThat(json.at("/floor").isNull()).isTrue();
        assertThat(json.at("/target").isNull()).isTrue();
        assertThat(json.at("/reached").isNull()).isTrue();
    }

    private static JsonNode written(Line line) {
        Part part = new Part("ingest", "the engine.", List.of(line));
        String json = Json.of(new Report(new Facts(new LinkedHashMap<>()), List.of(part)));
        return new JsonMapper().readTree(json).at("/parts/0/lines/0");
    }
}
