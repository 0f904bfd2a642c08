package hub.query.hot;

import hub.projections.store.Checkpoint;
import hub.query.state.AnswerState;
import java.time.Instant;

/**
 * Bytes, and what may honestly be printed with them. Immutable and shared between requests; not to be changed.
 *
 * @param body JSON, UTF-8
 * @param position the printed position
 * @param asOf its commit time; {@code unknown} before anything was streamed
 */
public record Served(
        byte[] body,
        String etag,
        String generation,
        String position,
        boolean positionAtLeast,
        String asOf,
        String evaluatedAt,
        AnswerState state,
        Rung rung) {

    static Served of(Rendered rendered, Checkpoint at, AnswerState state, Rung rung) {
        Instant committedAt = at.committedAt();
        return new Served(
                rendered.bytes(),
                rendered.etag(),
                Long.toString(rendered.boards().epoch().generation().number()),
                at.position().text().replace("\n", ""),
                false,
                committedAt == null ? "unknown" : committedAt.toString(),
                rendered.evaluatedAt().toString(),
                state,
                rung);
    }

    Served from(Rung other) {
        return new Served(body, etag, generation, position, positionAtLeast, asOf, evaluatedAt, state, other);
    }
}
