package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import hub.bench.start.StartPart;
import picocli.CommandLine.Command;

@Command(name = "start", header = "Seconds until the first answer of a process.", mixinStandardHelpOptions = true)
final class Start extends Measurement {

    @Override
    Part measure(Stage stage, Progress progress, boolean quick) throws Exception {
        return new StartPart(stage, progress, rounds(quick)).run();
    }
}
