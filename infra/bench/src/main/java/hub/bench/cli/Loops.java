package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.loops.LoopsPart;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import picocli.CommandLine.Command;

@Command(
        name = "loops",
        header = "The inner loops under JMH: decode, project, commit, render.",
        mixinStandardHelpOptions = true)
final class Loops extends Measurement {

    @Override
    Part measure(Stage stage, Progress progress, boolean quick) throws Exception {
        return new LoopsPart(rounds(quick), quick ? 300 : 2_000).run();
    }
}
