package hub.ingest;

import hub.ingest.StreamBreak.Cause;
import hub.ingest.debezium.FollowedTables;
import hub.ingest.debezium.Positions;
import hub.ingest.sql.SourceHistory;
import hub.projections.change.Table;
import hub.projections.store.Checkpoint;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourcePosition.BinlogFile;
import hub.projections.store.SourcePosition.MysqlGtids;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a generation's stream can be continued exactly, found by asking the source and before any engine is started: the
 * connector would not notice all of it. Only what is certain is called a break; what is left, the connector reports.
 */
public final class Continuity {

    private Continuity() {}

    /**
     * @param history the generation's schema history as stored
     * @throws SQLException if the source cannot be asked
     */
    public static Optional<StreamBreak> brokenAt(SourceSettings settings, Checkpoint from, List<String> history)
            throws SQLException {
        return brokenAt(SourceHistory.of(settings, FollowedTables.in(history)), from)
                .or(() -> damaged(from, history));
    }

    private static Optional<StreamBreak> brokenAt(SourceHistory source, Checkpoint from) {
        if (!source.identity().equals(from.source())) {
            return found(
                    Cause.OTHER_SERVER,
                    "the checkpoint belongs to the history of " + from.source() + " but the source is "
                            + source.identity());
        }
        if (from.phase() == Checkpoint.Phase.FILLING) {
            return Optional.empty();
        }
        return ahead(source, from).or(() -> purged(source, from)).or(() -> gone(source.gone()));
    }

    private static Optional<StreamBreak> gone(Set<Table> tables) {
        return tables.isEmpty()
                ? Optional.empty()
                : found(
                        Cause.TABLE_GONE,
                        tables.stream().sorted().map(Table::sqlName).collect(Collectors.joining(", "))
                                + " is not there any more: renamed or dropped, and followed by no change that tells");
    }

    /** Whether entries are missing, were added, or were changed. */
    public static Optional<StreamBreak> damaged(Checkpoint from, List<String> history) {
        if (Checkpoint.History.EMPTY.extendedBy(history).equals(from.history())) {
            return Optional.empty();
        }
        return found(
                Cause.SCHEMA_HISTORY_DAMAGED,
                "the schema history does not match its checkpoint: " + history.size() + " entries stored, "
                        + from.history().count() + " expected"
                        + (history.size() == from.history().count() ? ", with another checksum" : ""));
    }

    private static Optional<StreamBreak> ahead(SourceHistory source, Checkpoint from) {
        SourcePosition now = source.position();
        if (!Positions.contains(now, from.position())) {
            return found(
                    Cause.AHEAD_OF_SOURCE,
                    "the checkpoint contains " + from.position().text() + " but the source has only " + now.text()
                            + ": it was restored, or its binary logs were reset");
        }
        // The numbers of a server's logs only grow. A server that was reset may have reached the same GTIDs again.
        Optional<BinlogFile> read = Positions.binlog(from.resume());
        if (read.isPresent() && !Positions.contains(source.end(), read.get())) {
            return found(
                    Cause.AHEAD_OF_SOURCE,
                    "the checkpoint was read from " + read.get().text() + " but the source's binary logs end at "
                            + source.end().text() + ": they were reset");
        }
        return Optional.empty();
    }

    private static Optional<StreamBreak> purged(SourceHistory source, Checkpoint from) {
        boolean gone = switch (from.position()) {
            case MysqlGtids read -> !Positions.contains(read, new MysqlGtids(source.purged()));
            case BinlogFile read -> !source.files().contains(read.file());
            case SourcePosition.MariadbGtids read -> false; // a GTID at the end of a purged log can be read on from
            case SourcePosition.None none -> false;
        };
        return gone
                ? found(
                        Cause.POSITION_PURGED,
                        "the source has purged binary logs after "
                                + from.position().text()
                                + (source.purged().isEmpty() ? "" : ": what is gone is " + source.purged()))
                : Optional.empty();
    }

    private static Optional<StreamBreak> found(Cause cause, String what) {
        return Optional.of(new StreamBreak(cause, what));
    }
}
