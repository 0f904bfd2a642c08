package hub.query.hot;

import hub.projections.store.Checkpoint;
import hub.projections.store.SourcePosition;
import hub.projections.view.Answer;
import hub.query.state.AnswerState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bytes, and what may honestly be printed with them. Immutable and shared between requests; not to be changed.
 *
 * @param encoded JSON, plain and compressed
 * @param generation null if it did not come from one
 * @param sequence the generation's commit that the position belongs to; 0 if it did not come from one
 * @param at the position
 * @param resume what the stream would be resumed from at that position; empty if it does not come from a stream
 * @param position the printed position
 * @param positionAtLeast whether more than the position may be contained
 * @param asOf the position's commit time, {@code unknown} before anything was streamed; from MySQL: when it was read
 */
public record Served(
        Encoded encoded,
        @Nullable String generation,
        long sequence,
        SourcePosition at,
        String resume,
        String position,
        boolean positionAtLeast,
        String asOf,
        String evaluatedAt,
        AnswerState state,
        Rung rung) {

    static Served of(Rendered rendered, Checkpoint at, AnswerState state, Rung rung) {
        Instant committedAt = at.committedAt();
        return new Served(
                rendered.encoded(),
                Long.toString(rendered.boards().epoch().generation().number()),
                at.sequence(),
                at.position(),
                at.resume(),
                at.position().text(),
                false,
                committedAt == null ? "unknown" : committedAt.toString(),
                rendered.evaluatedAt().toString(),
                state,
                rung);
    }

    /**
     * An answer from MySQL, which is as current as can be.
     *
     * @param complete false if cells of a row could not be computed
     */
    public static Served fromSource(Answer<?> answer, SourcePosition position, boolean complete, Instant now) {
        return new Served(
                Encoded.of(Json.bytes(answer.body()), null),
                null,
                0,
                position,
                "",
                position.text(),
                true,
                now.toString(),
                now.toString(),
                complete ? AnswerState.LIVE : AnswerState.DEGRADED,
                Rung.MYSQL);
    }

    /** JSON, UTF-8; not to be changed. */
    public byte[] body() {
        return encoded.plain();
    }

    /** The entity tag of {@link #body()}. */
    public String etag() {
        return encoded.etag();
    }

    /** The same, said to be in no better state than {@code best}. */
    Served atBest(AnswerState best) {
        AnswerState said = state.compareTo(best) < 0 ? best : state;
        return new Served(
                encoded, generation, sequence, at, resume, position, positionAtLeast, asOf, evaluatedAt, said, rung);
    }

    Served from(Rung other) {
        return new Served(
                encoded, generation, sequence, at, resume, position, positionAtLeast, asOf, evaluatedAt, state, other);
    }
}
