package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.machine.Facts;
import hub.bench.report.Json;
import hub.bench.report.Markdown;
import hub.bench.report.Part;
import hub.bench.report.Report;
import hub.bench.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub bench}. */
@Command(
        name = "hub bench",
        header = "Measures this service next to the least that could do each job.",
        description = {
            "Measures this service next to the least that could do each job: in the same run, on the same data, in turns. Each",
            "figure is the median of its rounds, with the smallest and the largest. Writes a report as Markdown and as JSON."
        },
        synopsisSubcommandLabel = "[PART]",
        subcommands = {Ingest.class},
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Option(
            names = "--report",
            scope = CommandLine.ScopeType.INHERIT,
            defaultValue = "bench-report",
            description = "Where the report goes: this name with .md and .json. Default: ${DEFAULT-VALUE}.")
    private Path report = Path.of("bench-report");

    private final Progress progress = new Progress(System.err);

    /** Held here, because the logging library forgets the level of a logger that nobody holds. */
    private static final Logger BINLOG_CLIENT = Logger.getLogger("com.github.shyiko");

    public static void main(String[] arguments) {
        BINLOG_CLIENT.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Bench()).setUsageHelpWidth(120).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        return measure(stage -> List.of(new Ingest().measure(stage, progress)));
    }

    /** One part, or all of them. */
    interface Parts {
        List<Part> run(Stage stage) throws Exception;
    }

    Progress progress() {
        return progress;
    }

    int measure(Parts parts) throws Exception {
        Stage stage = Stage.on(servers.start());
        Facts machine = Facts.now(stage.facts());
        List<Part> found = parts.run(stage);
        Report finished = new Report(machine.after(), found);
        write(finished);
        System.out.println(Markdown.of(finished));
        return 0;
    }

    private void write(Report finished) throws IOException {
        Files.writeString(Path.of(report + ".md"), Markdown.of(finished));
        Files.writeString(Path.of(report + ".json"), Json.of(finished));
    }
}
