package hub.app.cli;

import hub.app.demo.Demo;
import hub.app.demo.DemoOptions;
import hub.app.demo.Ready;
import hub.app.operator.ProgressLine;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        header = "Runs everything in one process, with a simulated working day; needs nothing installed.",
        description = {
            "Runs everything in one process: a MariaDB, a Redis, an invented warehouse with its history, all roles, and a",
            "simulated working day, written through SQL as the real writers do. Needs nothing installed, and leaves nothing",
            "behind when it ends (Ctrl-C).",
            "",
            "Prints one line when it answers:",
            "  ready: http://127.0.0.1:PORT key=KEY mysql=HOST:PORT user=USER password=PASSWORD redis=HOST:PORT",
            "one with the report of the last working day, to be opened in a browser; when the simulated day ends, its own:",
            "  report: file:///...",
            "and then shows the leaderboard as it moves. The MySQL user may write to the schema `productivity`: what is",
            "changed there, with any client, is in the answers a moment later."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    /** That the demo's Redis keeps nothing on disk is as it should be. */
    private static final String WARNINGS_AT_START = "logging.level.hub.app.roles.Starter";

    /** Where the view redraws itself, a log would tear it. */
    private static final Map<String, String> QUIET_LOG =
            Map.of(WARNINGS_AT_START, "ERROR", "logging.level.root", "ERROR");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Where the API listens; 0: any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--speed",
            defaultValue = "60",
            description = "How fast the simulated clock runs: 60 makes a minute of the working day out of each second."
                    + " Default: ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed makes the same warehouse and the same day. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--employees", defaultValue = "50", description = "How many people. Default: ${DEFAULT-VALUE}.")
    private int employees;

    @Option(names = "--days", defaultValue = "30", description = "How many past days. Default: ${DEFAULT-VALUE}.")
    private int days;

    @Option(names = "--quiet", description = "Prints the ready line and nothing more.")
    private boolean quiet;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        boolean terminal = Terminal.isPresent() && !quiet;
        Demo demo = new Demo(
                new DemoOptions(port, speed, seed, employees, days),
                settings.read(terminal ? QUIET_LOG : Map.of(WARNINGS_AT_START, "ERROR")),
                Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "close-demo"));
        try (demo) {
            ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), true);
            Ready ready = demo.start(terminal ? step -> progress.show("hub: " + step + " …") : step -> {});
            if (terminal) {
                progress.clear();
            }
            out.println(ready.line());
            demo.report().ifPresent(page -> out.println("report: " + page));
            out.flush();
            if (!quiet) {
                demo.view(System.out, terminal).run();
            } else {
                Thread.currentThread().join();
            }
            return Exit.OK;
        } catch (RuntimeException e) {
            if (demo.isClosed()) {
                return Exit.OK;
            }
            throw e;
        }
    }
}
