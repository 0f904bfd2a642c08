package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.compare.ComparePart;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import picocli.CommandLine.Command;

@Command(name = "compare", header = "Beside the plan's SQL behind a Redis cache.", mixinStandardHelpOptions = true)
final class Compare extends Measurement {

    @Override
    Part measure(Stage stage, Progress progress, boolean quick) throws Exception {
        return new ComparePart(stage, progress, rounds(quick), quick ? 1 : 4, quick ? 20_000 : 1_000_000).run();
    }
}
