package hub.projections.store;

import hub.projections.board.Horizon;
import hub.projections.change.Canary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation has got; stored in the same atomic step as the boards and compared as a whole before each commit.
 *
 * @param sequence grows by one with every commit
 * @param phase filling until the snapshot is complete
 * @param midTransaction whether the last commit ended inside a source transaction
 * @param resume where the source can be read on from, in the connector's own terms; opaque here; empty while filling
 * @param position the last whole transaction contained, as answers print it
 * @param committedAt when the source committed that transaction; null while nothing was streamed yet
 * @param source identity of the server whose history {@code position} belongs to
 * @param historyCount number of schema history entries that belong to this state
 * @param historyChecksum checksum over those entries
 * @param horizon from which day on what is held
 * @param digest of all cells over the reference scenario and of the capture list
 * @param canary the last canary contained; null if none
 */
public record Checkpoint(
        long sequence,
        Phase phase,
        boolean midTransaction,
        String resume,
        SourcePosition position,
        @Nullable Instant committedAt,
        String source,
        int historyCount,
        String historyChecksum,
        Horizon horizon,
        String digest,
        @Nullable Canary canary) {

    public enum Phase {
        FILLING,
        STREAMING
    }

    /** The state after one more commit, which contains the source up to {@code progress}. */
    public Checkpoint streamedTo(SourceProgress progress) {
        return new Checkpoint(
                sequence,
                Phase.STREAMING,
                false,
                progress.resume(),
                progress.position(),
                progress.committedAt() == null ? committedAt : progress.committedAt(),
                source,
                historyCount + progress.schemaHistory().size(),
                SchemaHistoryChecksum.extend(historyChecksum, progress.schemaHistory()),
                horizon,
                digest,
                canary);
    }

    /** The state inside a long transaction: it can be read on from {@code resume}, its position is not contained yet. */
    public Checkpoint insideTransaction(String resume) {
        return new Checkpoint(
                sequence,
                phase,
                true,
                resume,
                position,
                committedAt,
                source,
                historyCount,
                historyChecksum,
                horizon,
                digest,
                canary);
    }

    public Checkpoint withCanary(Canary canary) {
        return new Checkpoint(
                sequence,
                phase,
                midTransaction,
                resume,
                position,
                committedAt,
                source,
                historyCount,
                historyChecksum,
                horizon,
                digest,
                canary);
    }

    public Checkpoint withSequence(long sequence) {
        return new Checkpoint(
                sequence,
                phase,
                midTransaction,
                resume,
                position,
                committedAt,
                source,
                historyCount,
                historyChecksum,
                horizon,
                digest,
                canary);
    }

    /** The first checkpoint of a generation that is about to be filled. */
    public static Checkpoint filling(String source, Horizon horizon, String digest) {
        return new Checkpoint(
                1,
                Phase.FILLING,
                false,
                "",
                SourcePosition.NONE,
                null,
                source,
                0,
                SchemaHistoryChecksum.EMPTY,
                horizon,
                digest,
                null);
    }

    /** One line per component; equal checkpoints have equal text. {@link #parse} is the inverse. */
    public String text() {
        return "sequence=" + sequence
                + "\nphase=" + phase
                + "\nmid_transaction=" + midTransaction
                + "\nresume=" + resume
                + "\nposition=" + position.text().replace("\n", "")
                + "\ncommitted_at=" + (committedAt == null ? "" : committedAt)
                + "\nsource=" + source
                + "\nhistory_count=" + historyCount
                + "\nhistory_checksum=" + historyChecksum
                + "\nhorizon_history=" + horizon.history()
                + "\nhorizon_recent=" + horizon.recent()
                + "\ndigest=" + digest
                + "\ncanary=" + (canary == null ? "" : canary.n() + "@" + canary.writtenAt());
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
                required(lines, "resume"),
                SourcePosition.parse(required(lines, "position")),
                committedAt.isEmpty() ? null : Instant.parse(committedAt),
                required(lines, "source"),
                Integer.parseInt(required(lines, "history_count")),
                required(lines, "history_checksum"),
                new Horizon(
                        LocalDate.parse(required(lines, "horizon_history")),
                        LocalDate.parse(required(lines, "horizon_recent"))),
                required(lines, "digest"),
                parseCanary(required(lines, "canary")));
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
