package hub.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A report for programs: every round of every figure, with median, smallest and largest. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    public static String of(Report report) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", report.machine().all());
        all.put("parts", report.parts().stream().map(Json::part).toList());
        return MAPPER.writeValueAsString(all);
    }

    private static Map<String, Object> part(Part part) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("title", part.title());
        all.put("floor", part.floor());
        all.put("lines", part.lines().stream().map(Json::line).toList());
        all.put("failures", part.failures());
        return all;
    }

    private static Map<String, @Nullable Object> line(Line line) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("what", line.what());
        all.put("unit", line.unit());
        all.put("measured", spread(line.measured()));
        all.put("floor", spread(line.floor()));
        all.put("ratio", spread(line.ratio()));
        Target target = line.target();
        all.put("target", target == null ? null : target.toString());
        all.put("reached", line.reached());
        return all;
    }

    private static @Nullable Map<String, Object> spread(@Nullable Sample sample) {
        if (sample == null) {
            return null;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("median", sample.median());
        all.put("min", sample.min());
        all.put("max", sample.max());
        all.put("rounds", sample.rounds());
        return all;
    }
}
