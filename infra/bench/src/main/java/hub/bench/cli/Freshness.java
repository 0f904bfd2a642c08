package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.freshness.FreshnessPart;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "freshness", header = "Milliseconds from a commit until it is seen.", mixinStandardHelpOptions = true)
final class Freshness extends Measurement {

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "N",
            description = "Rows per second beside what is measured. Default: 100,1000,5000, or 1000 with --quick.")
    private List<Integer> rates = List.of();

    @Override
    Part measure(Stage stage, Progress progress, boolean quick) throws Exception {
        List<Integer> all = !rates.isEmpty() ? rates : quick ? List.of(1_000) : List.of(100, 1_000, 5_000);
        return new FreshnessPart(stage, progress, rounds(quick), quick ? 60 : 300).run(all);
    }
}
