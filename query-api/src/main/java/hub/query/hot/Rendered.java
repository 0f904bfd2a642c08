package hub.query.hot;

import hub.projections.store.Checkpoint;
import hub.projections.view.Answer;
import hub.query.boards.Epoch;
import hub.query.boards.LoadedBoards;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer as bytes, and what it was made from.
 *
 * @param boards the partitions it was made from, and the checkpoint at which they were read
 * @param evaluatedAt the clock that it was evaluated by
 * @param until epoch milliseconds from which on the clock alone may change it
 */
record Rendered(LoadedBoards boards, Set<String> boardNames, Encoded encoded, Instant evaluatedAt, long until) {

    /** @param before what was rendered before for the same question; null at first */
    static Rendered of(LoadedBoards boards, Answer<?> answer, Instant evaluatedAt, @Nullable Rendered before) {
        Encoded encoded = Encoded.of(Json.bytes(answer.body()), before == null ? null : before.encoded());
        Instant until = answer.until();
        return new Rendered(
                boards,
                boards.names(),
                encoded,
                evaluatedAt,
                until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli());
    }

    /** The furthest checkpoint at which the bytes are known to stand in {@code epoch} at {@code now}; null if none. */
    @Nullable
    Checkpoint standsAt(@Nullable Epoch epoch, long now) {
        return epoch == boards.epoch() && now < until ? epoch.standsAt(boards) : null;
    }

    /** Whether a commit has changed what the bytes were made from. */
    boolean touchedIn(@Nullable Epoch epoch) {
        return epoch != boards.epoch() || !boards.untouched();
    }
}
