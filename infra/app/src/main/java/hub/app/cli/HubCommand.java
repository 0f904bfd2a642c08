package hub.app.cli;

import hub.app.config.UsageError;
import hub.app.roles.Refused;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code hub}. */
@Command(
        name = "hub",
        header = "Productivity Hub: MySQL's change stream in, dashboard answers out.",
        description = {
            "",
            "Follows a MySQL or MariaDB database through its binary log, keeps every dashboard view precomputed in Redis,",
            "and answers over HTTP. Every answer says at which position in the database's history it is exact."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            DoctorCommand.class,
            KeysCommand.class,
            RebuildCommand.class,
            RollbackCommand.class,
            JobsCommand.class,
            JobCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed under way",
            "2:refused before anything was touched: wrong usage, or a source or a Redis that does not fit"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub demo --port 0",
            "      Everything in one process, on free ports, with a simulated working day. Needs nothing installed.",
            "  hub doctor --hub.mysql.host=db --hub.mysql.database=productivity --hub.mysql.username=hub",
            "      Says what the database lacks. The password comes from HUB_MYSQL_PASSWORD.",
            "  hub keys new --id wallboard --scopes read",
            "  hub serve --config /etc/hub.properties",
            "  hub serve --config /etc/hub.properties --roles query --server.port=8082",
            "      One more process that answers; it needs no right to read the change stream.",
            "  hub rebuild --redis redis:6379",
            "  hub job run finalize-daily --date 2026-01-15 --redis redis:6379",
            "  ./hub train",
            "      From a checkout only: makes later starts of the same build quicker, by a run of the demo.",
            "  ./hub bench ingest",
            "      From a checkout only: what each part costs next to the least that could do it. See ./hub bench --help."
        })
public final class HubCommand implements Runnable {

    private static final String SETTINGS = "settings";
    private static final Set<String> WITH_SETTINGS = Set.of("hub", "serve");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Runs the command that the arguments name, to its end, and answers the exit code. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** The same, with its output into {@code out}, errors too. */
    public static int run(PrintWriter out, String... arguments) {
        return commandLine().setOut(out).setErr(out).execute(arguments);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new HubCommand());
        line.setExecutionExceptionHandler(HubCommand::failed);
        line.setUsageHelpWidth(120);
        line.setParameterExceptionHandler(HubCommand::misused);
        // So that --any.property=value reaches SettingsOptions.
        line.setUnmatchedOptionsArePositionalParams(true);
        showSettings(line);
        return line;
    }

    private static void showSettings(CommandLine line) {
        line.getHelpSectionMap()
                .put(SETTINGS, help -> WITH_SETTINGS.contains(help.commandSpec().name()) ? SettingsHelp.text() : "");
        List<String> sections = new ArrayList<>(line.getHelpSectionKeys());
        sections.add(sections.indexOf(CommandLine.Model.UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING), SETTINGS);
        line.setHelpSectionKeys(sections);
    }

    private static int misused(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        line.getErr().println("hub: " + problem.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(problem, line.getErr())) {
            line.getErr().println("     " + line.getCommandSpec().qualifiedName() + " --help explains the usage");
        }
        return Exit.REFUSED;
    }

    private static int failed(Exception problem, CommandLine line, ParseResult result) {
        String message = String.valueOf(problem.getMessage());
        line.getErr().println("hub: " + message.replace(System.lineSeparator(), System.lineSeparator() + "     "));
        if (problem instanceof UsageError || problem instanceof Refused) {
            return Exit.REFUSED;
        }
        if (System.getenv("HUB_TRACE") != null) {
            problem.printStackTrace(line.getErr());
        } else {
            line.getErr().println("     (HUB_TRACE=1 shows where)");
        }
        return Exit.FAILED;
    }
}
