package hub.scheduler.run;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * How all jobs are.
 *
 * @param at when this was found out
 * @param ledgerAwaySince since when the ledger cannot be asked: what is told of runs is what was known then; null if it can
 * @param warnings one line per job of which something is wrong; before these, one if the ledger is away
 */
public record JobsReport(Instant at, @Nullable Instant ledgerAwaySince, List<String> warnings, List<JobReport> jobs) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static JobsReport of(Instant at, @Nullable Instant ledgerAwaySince, List<JobReport> jobs) {
        Stream<String> away = ledgerAwaySince == null
                ? Stream.empty()
                : Stream.of("MySQL cannot be asked since " + ledgerAwaySince
                        + ": no job runs until it can, and what is told of runs is of before");
        return new JobsReport(
                at,
                ledgerAwaySince,
                Stream.concat(
                                away,
                                jobs.stream()
                                        .filter(job -> job.warning() != null)
                                        .map(job -> job.name() + ": " + job.warning()))
                        .toList(),
                jobs);
    }

    public String json() {
        return MAPPER.writeValueAsString(this);
    }
}
