package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.child.Child;
import hub.bench.machine.Facts;
import hub.bench.report.Json;
import hub.bench.report.Markdown;
import hub.bench.report.Part;
import hub.bench.report.Report;
import hub.bench.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hub bench}. */
@Command(
        name = "hub bench",
        header = "Measures this service next to the least that could do each job.",
        description = {
            "Measures this service next to the least that could do each job: in the same run, on the same data. Each"
                    + " figure is",
            "the median of its rounds, with the smallest and the largest. Writes a report as Markdown and as JSON."
        },
        synopsisSubcommandLabel = "[PART]",
        subcommands = {
            All.class,
            Ingest.class,
            Rebuild.class,
            Freshness.class,
            Read.class,
            Stream.class,
            Scale.class,
            Start.class,
            Compare.class,
            Loops.class
        },
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

    @Option(
            names = "--quick",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Small sizes and few rounds: for a first look.")
    private boolean quick;

    @Option(
            names = "--rounds",
            scope = CommandLine.ScopeType.INHERIT,
            paramLabel = "N",
            description = "Of each figure. Default: 5, or 3 with --quick.")
    private int rounds;

    @Spec
    private CommandSpec command = CommandSpec.create();

    private final Progress progress = new Progress(System.err);

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Bench.class);

    /** Held here, because the logging library forgets the level of a logger that nobody holds. */
    private static final Logger BINLOG_CLIENT = Logger.getLogger("com.github.shyiko");

    public static void main(String[] arguments) {
        BINLOG_CLIENT.setLevel(Level.WARNING);
        System.exit(new CommandLine(new Bench()).setUsageHelpWidth(120).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        return measure(List.of(
                new Ingest(),
                new Rebuild(),
                new Freshness(),
                new Read(),
                new Stream(),
                new Scale(),
                new Start(),
                new Compare(),
                new Loops()));
    }

    /** A part that fails is told of in the report and does not keep the others from being measured. */
    int measure(List<Measurement> parts) throws IOException {
        Stage stage = servers.stage();
        Facts machine = Facts.now(asked(), stage.facts());
        List<Part> found = new ArrayList<>();
        boolean whole = true;
        for (Measurement part : parts) {
            try {
                part.useRounds(rounds);
                Part measured = part.measure(stage, progress, quick);
                found.add(measured);
                measured.failures().forEach(failure -> progress.note("%s", failure));
                whole &= measured.failures().isEmpty();
            } catch (Exception e) {
                LOG.error("A part could not be measured", e);
                String name = part.getClass().getSimpleName().toLowerCase(Locale.ROOT);
                found.add(new Part(name + ": could not be measured", String.valueOf(e.getMessage()), List.of()));
                whole = false;
            }
            write(new Report(machine.after(), found));
        }
        System.out.println(Markdown.of(new Report(machine.after(), found)));
        return whole ? 0 : 1;
    }

    private Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put(
                "command line",
                "hub bench "
                        + String.join(
                                " ", command.commandLine().getParseResult().originalArgs()));
        int usual = quick ? 3 : 5;
        asked.put(
                "rounds", (rounds > 0 ? rounds : usual) + (quick ? "; of scale and stream 1" : "; of scale at most 3"));
        asked.put("sizes", quick ? "those of --quick" : "full");
        asked.put(
                "options of the processes", Child.options() + "; ingest with -Xmx512m, query and floors with -Xmx256m");
        return asked;
    }

    private void write(Report finished) throws IOException {
        Files.writeString(Path.of(report + ".md"), Markdown.of(finished));
        Files.writeString(Path.of(report + ".json"), Json.of(finished));
    }
}
