package hub.query.stream;

import hub.projections.store.SourcePosition;
import hub.query.hot.Served;
import hub.query.state.AnswerState;
import java.time.Instant;
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

    /**
     * What holds for each of {@code several}: the earliest position and instant, the worst state, the lowest rung. The
     * position is exact only if all stand at it; a generation is named only if all are of it.
     */
    static Facts ofAll(List<Served> several) {
        Served earliest = Earliest.of(several);
        return new Facts(
                several.stream().map(Served::generation).distinct().count() == 1
                        ? several.getFirst().generation()
                        : null,
                earliest == null ? SourcePosition.NONE.text() : earliest.position(),
                several.stream().anyMatch(Served::positionAtLeast)
                        || several.stream().map(Served::position).distinct().count() > 1,
                earliest == null ? "unknown" : earliest.asOf(),
                several.stream()
                        .map(Served::evaluatedAt)
                        .min(Comparator.comparing(Instant::parse))
                        .orElseThrow(),
                several.stream()
                        .map(Served::state)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                several.stream()
                        .map(Served::rung)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .word());
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
