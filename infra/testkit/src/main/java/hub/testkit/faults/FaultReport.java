package hub.testkit.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs faults one after the other and keeps what was measured: seconds until an answer contains everything, row events that
 * the source sent again, rows that were applied twice or lost, and entries of boards that are not what SQL says.
 */
public final class FaultReport {

    private static final String FORMAT = "%-4s %-52s %-44s %-40s %7s %7s %14s %5s %7s";

    private final List<String> lines = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    public FaultReport() {
        lines.add(FORMAT.formatted(
                "row", "fault", "expected", "seen", "live s", "re-read", "applied twice", "lost", "differ"));
    }

    /** The bench must be live, and is again if the fault was survived; false if it is beyond use. */
    public boolean run(FaultBench bench, Fault fault) {
        try {
            long before = bench.source().rowEventsSentAgain();
            String seen = fault.injection().run(bench);
            Duration live = bench.awaitLive();
            BoardDifference difference = bench.difference();
            lines.add(FORMAT.formatted(
                    fault.row(),
                    fault.what(),
                    fault.expected(),
                    seen,
                    "%.1f".formatted(live.toMillis() / 1000.0),
                    bench.source().rowEventsSentAgain() - before,
                    difference.rowsTooMany(),
                    difference.rowsTooFew(),
                    difference.entries()));
            if (!difference.isNone()) {
                failures.add("row " + fault.row() + ", " + fault.what() + ": " + difference);
            }
            return difference.isNone();
        } catch (AssertionError | RuntimeException e) {
            failures.add("row " + fault.row() + ", " + fault.what() + ": " + e);
            lines.add(FORMAT.formatted(fault.row(), fault.what(), fault.expected(), "FAILED", "-", "-", "-", "-", "-"));
            return false;
        }
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
