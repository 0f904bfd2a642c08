package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.report.Part;
import hub.bench.scale.ScalePart;
import hub.bench.scale.Size;
import hub.bench.stage.Stage;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "scale",
        header = "Whether the cost of a row and of an answer stays the same.",
        mixinStandardHelpOptions = true)
final class Scale extends Measurement {

    @Override
    Part measure(Stage stage, Progress progress, boolean quick) throws Exception {
        List<Size> sizes = quick
                ? List.of(new Size(50, 30, 20_000), new Size(500, 30, 60_000))
                : List.of(
                        new Size(50, 30, 1_000_000),
                        new Size(500, 30, 1_000_000),
                        new Size(5_000, 30, 1_000_000),
                        new Size(50, 365, 1_000_000),
                        new Size(50, 1_100, 1_000_000),
                        new Size(500, 365, 10_000_000));
        return new ScalePart(stage, progress, quick ? 1 : Math.min(3, rounds(false))).run(sizes);
    }
}
