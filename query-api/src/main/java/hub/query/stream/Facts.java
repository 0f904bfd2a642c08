package hub.query.stream;

import hub.query.hot.Served;
import hub.query.state.AnswerState;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What the {@code Hub-*} headers of a request would say, as members of an event. */
record Facts(
        @Nullable String generation,
        String position,
        boolean positionAtLeast,
        String asOf,
        String evaluatedAt,
        AnswerState state,
        String source) {

    static Facts of(Served served) {
        return new Facts(
                served.generation(),
                served.position(),
                served.positionAtLeast(),
                served.asOf(),
                served.evaluatedAt(),
                served.state(),
                served.rung().word());
    }

    /** What holds for all of {@code several}: the earliest position and instant, and the worst state. */
    static Facts ofAll(List<Served> several) {
        Served earliest = several.stream()
                .min(Comparator.comparing(Reached::of, Comparator.comparing(Reached::sequence)))
                .orElseThrow();
        Facts facts = of(earliest);
        String evaluatedAt = several.stream()
                .map(Served::evaluatedAt)
                .min(Comparator.comparing(java.time.Instant::parse))
                .orElseThrow();
        AnswerState worst = several.stream()
                .map(Served::state)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Facts(
                facts.generation, facts.position, facts.positionAtLeast, facts.asOf, evaluatedAt, worst, facts.source);
    }

    /** The same, but not to be relied on any more. */
    Facts stale() {
        AnswerState worse = state.compareTo(AnswerState.STALE) > 0 ? state : AnswerState.STALE;
        return new Facts(generation, position, positionAtLeast, asOf, evaluatedAt, worse, source);
    }

    /** Named as the headers are. */
    SequencedMap<String, Object> members() {
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        members.put(positionAtLeast ? "position_at_least" : "position", position);
        members.put("as_of", asOf);
        members.put("evaluated_at", evaluatedAt);
        if (generation != null) {
            members.put("generation", Long.valueOf(generation));
        }
        members.put("state", state.word());
        members.put("source", source);
        return members;
    }
}
