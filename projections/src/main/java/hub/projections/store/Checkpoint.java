package hub.projections.store;

import hub.projections.board.Horizon;
import hub.projections.change.Canary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation has got; stored in the same atomic step as the boards and compared as a whole before each commit.
 *
 * @param sequence grows by one with every commit
 * @param phase filling until the snapshot is complete
 * @param midTransaction whether the last commit ended inside a source transaction
 * @param reached what the stream is resumed from
 * @param history which schema history belongs to this state
 * @param horizon from which day on what is held
 * @param digest of all cells over the reference scenario and of the capture list
 * @param canary the last canary contained; null if none
 * @param parked what the boards lack because cells of a row cannot be computed
 */
public record Checkpoint(
        long sequence,
        Phase phase,
        boolean midTransaction,
        Reached reached,
        History history,
        Horizon horizon,
        String digest,
        @Nullable Canary canary,
        Parked parked) {

    public enum Phase {
        FILLING,
        STREAMING
    }

    /**
     * How far the source was read.
     *
     * @param source identity of the server whose history {@code position} belongs to
     * @param resume where the source can be read on from, in the connector's own terms; opaque here; empty while filling
     * @param position the last whole transaction contained, as answers print it
     * @param committedAt when the source committed that transaction; null while nothing was streamed yet
     */
    public record Reached(
            String source,
            String resume,
            SourcePosition position,
            @Nullable Instant committedAt) {

        private Reached to(SourceProgress progress) {
            return new Reached(
                    source,
                    progress.resume(),
                    progress.position(),
                    progress.committedAt() == null ? committedAt : progress.committedAt());
        }
    }

    /**
     * The schema history entries that belong to a state: missing and damaged ones are found by it.
     *
     * @param count how many
     * @param checksum over all of them, see {@link SchemaHistoryChecksum}
     */
    public record History(int count, String checksum) {

        public static final History EMPTY = new History(0, SchemaHistoryChecksum.EMPTY);

        /** After {@code entries} were appended. */
        public History extendedBy(List<String> entries) {
            return new History(count + entries.size(), SchemaHistoryChecksum.extend(checksum, entries));
        }
    }

    /** The first checkpoint of a generation that is about to be filled. */
    public static Checkpoint filling(String source, Horizon horizon, String digest) {
        return new Checkpoint(
                1,
                Phase.FILLING,
                false,
                new Reached(source, "", SourcePosition.NONE, null),
                History.EMPTY,
                horizon,
                digest,
                null,
                Parked.NONE);
    }

    /** See {@link Reached#source}. */
    public String source() {
        return reached.source();
    }

    /** See {@link Reached#resume}. */
    public String resume() {
        return reached.resume();
    }

    /** See {@link Reached#position}. */
    public SourcePosition position() {
        return reached.position();
    }

    /** See {@link Reached#committedAt}. */
    public @Nullable Instant committedAt() {
        return reached.committedAt();
    }

    /** The state after one more commit, which contains the source up to {@code progress}. */
    public Checkpoint streamedTo(SourceProgress progress) {
        return new Checkpoint(
                sequence,
                Phase.STREAMING,
                false,
                reached.to(progress),
                history.extendedBy(progress.schemaHistory()),
                horizon,
                digest,
                canary,
                parked);
    }

    /** The state inside a long transaction: it can be read on from {@code resume}, its position is not contained yet. */
    public Checkpoint insideTransaction(String resume) {
        Reached inside = new Reached(source(), resume, position(), committedAt());
        return new Checkpoint(sequence, phase, true, inside, history, horizon, digest, canary, parked);
    }

    public Checkpoint withCanary(Canary returned) {
        return new Checkpoint(sequence, phase, midTransaction, reached, history, horizon, digest, returned, parked);
    }

    public Checkpoint withParked(Parked now) {
        return new Checkpoint(sequence, phase, midTransaction, reached, history, horizon, digest, canary, now);
    }

    public Checkpoint withHorizon(Horizon moved) {
        return new Checkpoint(sequence, phase, midTransaction, reached, history, moved, digest, canary, parked);
    }

    public Checkpoint withSequence(long next) {
        return new Checkpoint(next, phase, midTransaction, reached, history, horizon, digest, canary, parked);
    }

    /** One line per component; equal checkpoints have equal text. {@link #parse} is the inverse. */
    public String text() {
        return "sequence=" + sequence
                + "\nphase=" + phase
                + "\nmid_transaction=" + midTransaction
                + "\nresume=" + resume()
                + "\nposition=" + position().text()
                + "\ncommitted_at=" + (committedAt() == null ? "" : committedAt())
                + "\nsource=" + source()
                + "\nhistory_count=" + history.count()
                + "\nhistory_checksum=" + history.checksum()
                + "\nhorizon_history=" + horizon.history()
                + "\nhorizon_recent=" + horizon.recent()
                + "\ndigest=" + digest
                + "\ncanary=" + (canary == null ? "" : canary.n() + "@" + canary.writtenAt())
                + "\nparked=" + parked.text();
    }

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if a component is missing or malformed
     */
    public static Checkpoint parse(String text) {
        Map<String, String> lines = new HashMap<>();
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                lines.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        String committedAt = required(lines, "committed_at");
        return new Checkpoint(
                Long.parseLong(required(lines, "sequence")),
                Phase.valueOf(required(lines, "phase")),
                Boolean.parseBoolean(required(lines, "mid_transaction")),
                new Reached(
                        required(lines, "source"),
                        required(lines, "resume"),
                        SourcePosition.parse(required(lines, "position")),
                        committedAt.isEmpty() ? null : Instant.parse(committedAt)),
                new History(Integer.parseInt(required(lines, "history_count")), required(lines, "history_checksum")),
                new Horizon(
                        LocalDate.parse(required(lines, "horizon_history")),
                        LocalDate.parse(required(lines, "horizon_recent"))),
                required(lines, "digest"),
                parseCanary(required(lines, "canary")),
                // A checkpoint of before there were parked rows carries another digest and is only replaced.
                Parked.parse(lines.getOrDefault("parked", "")));
    }

    private static @Nullable Canary parseCanary(String text) {
        int at = text.indexOf('@');
        return at < 0 ? null : new Canary(Long.parseLong(text.substring(0, at)), Instant.parse(text.substring(at + 1)));
    }

    private static String required(Map<String, String> lines, String key) {
        String value = lines.get(key);
        if (value == null) {
            throw new IllegalArgumentException("checkpoint lacks \"" + key + "\"");
        }
        return value;
    }
}
