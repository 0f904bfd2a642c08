package hub.testkit.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs faults one after the other and keeps what was measured: seconds from the end of the fault until an answer contains
 * everything, row events that the source sent again, rows that were applied twice or lost, entries of boards that are not
 * what SQL says, answers that were looked at meanwhile (see {@link StandingMeasures}), files that the process has open
 * beyond those it had, and the memory that it takes.
 */
public final class FaultReport {

    private static final String FORMAT = "%-4s %-52s %-44s %-40s %7s %7s %14s %5s %7s %8s %6s %4s";

    private final List<String> lines = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    public FaultReport() {
        lines.add(FORMAT.formatted(
                "row",
                "fault",
                "expected",
                "seen",
                "live s",
                "re-read",
                "applied twice",
                "lost",
                "differ",
                "answers",
                "files",
                "MB"));
    }

    /** The bench must be live, and is again if the fault was survived; false if it is beyond use. */
    public boolean run(FaultBench bench, Fault fault) {
        try {
            long before = bench.source().rowEventsSentAgain();
            StandingMeasures standing = new StandingMeasures(bench);
            String seen;
            Duration live;
            try (standing) {
                bench.faultBegins();
                seen = fault.injection().run(bench);
                live = bench.awaitLiveAgain();
            }
            BoardDifference difference = bench.difference();
            tell(FORMAT.formatted(
                    fault.row(),
                    fault.what(),
                    fault.expected(),
                    seen,
                    "%.1f".formatted(live.toMillis() / 1000.0),
                    bench.isProxied() ? bench.source().rowEventsSentAgain() - before : "-",
                    difference.rowsTooMany(),
                    difference.rowsTooFew(),
                    difference.entries(),
                    standing.answers(),
                    "%+d".formatted(standing.moreFiles()),
                    standing.residentMb()));
            if (!difference.isNone()) {
                failures.add(name(fault) + ": " + difference);
            }
            if (difference.isNone()) { // else it has been told
                bench.rowCountsThatDiffer().forEach(board -> failures.add(name(fault) + ": " + board));
            }
            standing.violations().forEach(violation -> failures.add(name(fault) + ": " + violation));
            return difference.isNone();
        } catch (AssertionError | RuntimeException e) {
            failures.add(name(fault) + ": " + e);
            System.out.println(failures.getLast());
            tell(FORMAT.formatted(
                    fault.row(), fault.what(), fault.expected(), "FAILED", "-", "-", "-", "-", "-", "-", "-", "-"));
            return false;
        }
    }

    /** At once, too: the table comes at the end, if it comes. */
    private void tell(String line) {
        System.out.println("done: " + line);
        lines.add(line);
    }

    private static String name(Fault fault) {
        return "row " + fault.row() + ", " + fault.what();
    }

    public List<String> failures() {
        return List.copyOf(failures);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
