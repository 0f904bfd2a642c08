package hub.ingest;

import hub.ingest.sql.SourceSize;
import hub.projections.operations.ControlPlane;
import hub.projections.operations.FillPace;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.Pointer;
import hub.projections.store.ReadModelStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened to a stream that cannot be continued, and what each way out costs. Reads the store and the source, and
 * writes nothing.
 *
 * @param generation the one that is served
 * @param position what its answers contain
 * @param happened with the values that show it
 * @param waysOut the surest first
 */
public record RecoveryPlan(Generation generation, String position, String happened, List<WayOut> waysOut) {

    private static final String BY_REBUILD = "./hub rebuild";

    /**
     * @param action what to do
     * @param cost what it reads, and how long that takes
     */
    public record WayOut(String action, String cost) {}

    public RecoveryPlan {
        waysOut = List.copyOf(waysOut);
    }

    /**
     * The plan for the generation that is served; empty if its stream can be continued, or nothing is served yet.
     *
     * @throws SQLException if the source cannot be asked
     */
    public static Optional<RecoveryPlan> of(SourceSettings source, ReadModelStore store, ControlPlane control)
            throws SQLException {
        Pointer pointer = store.pointer();
        Generation live = pointer.live();
        Checkpoint at = live == null ? null : store.checkpoint(live).orElse(null);
        if (live == null || at == null) {
            return Optional.empty();
        }
        Optional<String> told = told(control, live);
        Optional<StreamBreak> broken = broken(source, store, live, at).or(() -> purged(told));
        if (broken.isEmpty() && told.isEmpty()) {
            return Optional.empty();
        }
        List<WayOut> ways = new ArrayList<>();
        boolean gone = broken.filter(known -> known.cause() == StreamBreak.Cause.TABLE_GONE)
                .isPresent();
        ways.add(new WayOut(
                (gone ? "bring the table back, then " : "")
                        + BY_REBUILD
                        + ": a new generation beside this one, from the rows that the source has now",
                cost(SourceSize.of(source), control.lastFill())));
        broken.flatMap(known -> givingBack(known, at)).ifPresent(ways::add);
        Generation previous = pointer.previous();
        if (previous != null && continuable(source, store, control, previous)) {
            ways.add(new WayOut(
                    "./hub rollback: " + previous + " is still fed and takes over", "nothing is read, at once"));
        }
        String happened = broken.map(StreamBreak::what).orElseGet(told::orElseThrow);
        return Optional.of(new RecoveryPlan(live, at.position().text(), happened, ways));
    }

    private static Optional<StreamBreak> broken(
            SourceSettings source, ReadModelStore store, Generation generation, Checkpoint at) throws SQLException {
        return Continuity.brokenAt(source, at, store.schemaHistory(generation));
    }

    /** What the process that feeds it says: some causes only the stream itself can find. */
    private static Optional<String> told(ControlPlane control, Generation generation) {
        return control.statuses().stream()
                .filter(status -> status.generation().equals(generation))
                .filter(status -> status.state() == PipelineState.REBUILD_REQUIRED)
                .map(PipelineStatus::cause)
                .findFirst();
    }

    private static Optional<StreamBreak> purged(Optional<String> told) {
        return told.filter(cause -> cause.startsWith(StreamBreak.PURGED))
                .map(cause -> new StreamBreak(StreamBreak.Cause.POSITION_PURGED, cause));
    }

    private static boolean continuable(
            SourceSettings source, ReadModelStore store, ControlPlane control, Generation generation)
            throws SQLException {
        Checkpoint at = store.checkpoint(generation).orElse(null);
        return at != null
                && broken(source, store, generation, at).isEmpty()
                && told(control, generation).isEmpty();
    }

    /** Empty if nothing that comes back would make the stream continuable. */
    private static Optional<WayOut> givingBack(StreamBreak broken, Checkpoint at) {
        Optional<String> action = switch (broken.cause()) {
            case OTHER_SERVER -> Optional.of("point hub.mysql.host back at " + at.source());
            case AHEAD_OF_SOURCE ->
                Optional.of("replay on the source what it lost, up to "
                        + at.position().text() + " (not after new writes)");
            case POSITION_PURGED ->
                Optional.of(
                        "put the purged binary logs after " + at.position().text() + " back, from a backup of them");
            case SCHEMA_HISTORY_DAMAGED -> Optional.of("restore Redis from a copy in which the history is whole");
            case TABLE_GONE -> Optional.empty();
        };
        return action.map(what -> new WayOut(what, "no table is read; the stream goes on from where it stood"));
    }

    private static String cost(SourceSize size, Optional<FillPace> last) {
        String reads = "reads " + size.rows().size() + " tables, about " + size.total() + " rows";
        String takes = last.map(pace -> "about " + minutes(pace.forRows(size.total())) + " (" + pace.rowsPerSecond()
                        + " rows/s, as the fill that ended " + pace.at() + ")")
                .orElse("for how long is not known, since no fill was measured");
        return reads + ", " + takes + "; until then Redis holds both";
    }

    private static String minutes(Duration duration) {
        long minutes = duration.toMinutes() + (duration.toSecondsPart() > 0 ? 1 : 0);
        return minutes <= 1 ? "1 minute" : minutes + " minutes";
    }
}
