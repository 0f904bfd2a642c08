package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import hub.bench.stream.StreamPart;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "stream", header = "How many readers a process can push to.", mixinStandardHelpOptions = true)
final class Stream extends Measurement {

    @Option(
            names = "--readers",
            split = ",",
            paramLabel = "N",
            description =
                    "How many at one time, from the fewest. Default: 100,400,1600,3200,6400,9600, or 50,200 with --quick.")
    private List<Integer> readers = List.of();

    @Override
    Part measure(Stage stage, Progress progress, boolean quick) throws Exception {
        List<Integer> all =
                !readers.isEmpty() ? readers : quick ? List.of(50, 200) : List.of(100, 400, 1_600, 3_200, 6_400, 9_600);
        return new StreamPart(stage, progress, quick ? 1 : rounds(false), all, quick ? 3 : 8).run();
    }
}
