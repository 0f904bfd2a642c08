package hub.query.hot;

import hub.projections.store.Checkpoint;
import hub.query.boards.Vitals;
import hub.query.state.AnswerState;
import java.time.Instant;

/** Bytes as printed with one checkpoint; good for a moment, since the state follows the clock. */
record Stamp(Rendered rendered, Checkpoint at, Vitals vitals, long since, Served served) {

    private static final long GOOD_FOR_MILLIS = 100;

    static Stamp of(Rendered rendered, Checkpoint at, Vitals vitals, long now) {
        AnswerState state = AnswerState.of(
                rendered.boards().epoch().generation(), at, rendered.boardNames(), vitals, Instant.ofEpochMilli(now));
        return new Stamp(rendered, at, vitals, now, Served.of(rendered, at, state, Rung.MEMORY));
    }

    boolean isFor(Rendered otherRendered, Checkpoint otherAt, Vitals otherVitals, long now) {
        return rendered == otherRendered
                && at == otherAt
                && vitals == otherVitals
                && now >= since
                && now - since < GOOD_FOR_MILLIS;
    }
}
