package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/** One part of the benchmark, which can be run by itself. */
abstract class Measurement implements Callable<Integer> {

    @ParentCommand
    private Bench bench = new Bench();

    private int rounds;

    @Override
    public final Integer call() throws Exception {
        return bench.measure(java.util.List.of(this));
    }

    /** @param quick whether small sizes will do */
    abstract Part measure(Stage stage, Progress progress, boolean quick) throws Exception;

    /** @param wanted of each figure; 0 for the usual number */
    final void useRounds(int wanted) {
        rounds = wanted;
    }

    final int rounds(boolean quick) {
        return rounds > 0 ? rounds : quick ? 3 : 5;
    }
}
