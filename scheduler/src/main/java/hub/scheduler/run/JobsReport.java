package hub.scheduler.run;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * How all jobs are.
 *
 * @param at when this was found out
 * @param warnings one line per job of which something is wrong
 */
public record JobsReport(Instant at, List<String> warnings, List<JobReport> jobs) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static JobsReport of(Instant at, List<JobReport> jobs) {
        return new JobsReport(
                at,
                jobs.stream()
                        .filter(job -> job.warning() != null)
                        .map(job -> job.name() + ": " + job.warning())
                        .toList(),
                jobs);
    }

    public String json() {
        return MAPPER.writeValueAsString(this);
    }
}
