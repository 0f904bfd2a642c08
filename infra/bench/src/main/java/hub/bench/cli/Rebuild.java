package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.rebuild.RebuildPart;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "rebuild",
        header = "How fast a generation is filled, until it is live.",
        mixinStandardHelpOptions = true)
final class Rebuild extends Measurement {

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Activities; a tenth as many shifts. Default: 1000000, or 50000 with --quick.")
    private long rows;

    @Override
    Part measure(Stage stage, Progress progress, boolean quick) throws Exception {
        return new RebuildPart(stage, progress, rounds(quick), rows > 0 ? rows : quick ? 50_000 : 1_000_000).run();
    }
}
