package hub.projections.operations;

import hub.projections.store.Generation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What ingest says about one generation's pipeline, published once a second through the store so that every process can
 * show it.
 *
 * @param instance the process that holds the ingest lease
 * @param cause why the state is what it is, for people; empty if there is nothing to say
 * @param at when this was true
 * @param changes row changes applied since the pipeline started
 * @param transactions source transactions applied since then
 * @param commits store commits since then
 * @param filled rows read by the snapshot so far
 * @param toFill the estimate of all rows to read; 0 while unknown
 * @param fillingSince when the snapshot began; null unless filling
 */
public record PipelineStatus(
        Generation generation,
        PipelineState state,
        String instance,
        String cause,
        Instant at,
        long changes,
        long transactions,
        long commits,
        long filled,
        long toFill,
        @Nullable Instant fillingSince) {

    /** The same with another cause. */
    public PipelineStatus withCause(String cause) {
        return new PipelineStatus(
                generation, state, instance, cause, at, changes, transactions, commits, filled, toFill, fillingSince);
    }

    /** A flat form for the store; {@link #fromFields} is the inverse. */
    public Map<String, String> toFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("generation", Long.toString(generation.number()));
        fields.put("state", state.name());
        fields.put("instance", instance);
        fields.put("cause", cause);
        fields.put("at", at.toString());
        fields.put("changes", Long.toString(changes));
        fields.put("transactions", Long.toString(transactions));
        fields.put("commits", Long.toString(commits));
        fields.put("filled", Long.toString(filled));
        fields.put("to_fill", Long.toString(toFill));
        fields.put("filling_since", fillingSince == null ? "" : fillingSince.toString());
        return fields;
    }

    public static PipelineStatus fromFields(Map<String, String> fields) {
        String since = fields.getOrDefault("filling_since", "");
        return new PipelineStatus(
                new Generation(number(fields, "generation")),
                PipelineState.valueOf(fields.getOrDefault("state", PipelineState.WAITING.name())),
                fields.getOrDefault("instance", ""),
                fields.getOrDefault("cause", ""),
                Instant.parse(fields.getOrDefault("at", Instant.EPOCH.toString())),
                number(fields, "changes"),
                number(fields, "transactions"),
                number(fields, "commits"),
                number(fields, "filled"),
                number(fields, "to_fill"),
                since.isEmpty() ? null : Instant.parse(since));
    }

    private static long number(Map<String, String> fields, String key) {
        return Long.parseLong(fields.getOrDefault(key, "0"));
    }
}
