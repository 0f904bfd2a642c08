package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.read.ReadPart;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "read",
        header = "Answers per second over HTTP, next to a bare server.",
        mixinStandardHelpOptions = true)
final class Read extends Measurement {

    @Option(
            names = "--employees",
            split = ",",
            paramLabel = "N",
            description = "How many people work. Default: 50,500, or 50 with --quick.")
    private List<Integer> employees = List.of();

    @Option(names = "--seconds", paramLabel = "S", description = "Of each turn. Default: 4, or 1 with --quick.")
    private double seconds;

    @Override
    Part measure(Stage stage, Progress progress, boolean quick) throws Exception {
        List<Integer> staffs = !employees.isEmpty() ? employees : quick ? List.of(50) : List.of(50, 500);
        return new ReadPart(stage, progress, rounds(quick), seconds > 0 ? seconds : quick ? 1 : 4).run(staffs);
    }
}
