package hub.app.cli;

import hub.projections.time.CentralDay;
import hub.redis.JobWish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "job",
        header = "Runs a job now.",
        synopsisSubcommandLabel = "run NAME",
        subcommands = JobCommand.RunCommand.class,
        mixinStandardHelpOptions = true)
final class JobCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "run",
            header = "Asks a scheduler to run a job, and waits until it has.",
            description =
                    "The run has a key: asking again under the same key makes no second run once one has succeeded,"
                            + " and tells what became of it.",
            mixinStandardHelpOptions = true)
    static final class RunCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(index = "0", paramLabel = "NAME", description = "The job; hub jobs lists them.")
        private String name = "";

        @Option(names = "--date", paramLabel = "D", description = "The Central day that it is about; default: today.")
        private @Nullable LocalDate date;

        @Option(names = "--key", paramLabel = "KEY", description = "The run's key; default: a new one.")
        private @Nullable String key;

        @Mixin
        private SettingsOptions settings = new SettingsOptions();

        @Override
        public Integer call() throws InterruptedException {
            settings.leaveOut(name);
            Instant now = Instant.now();
            LocalDate day = date == null ? CentralDay.of(now).date() : date;
            if (key != null && !JobWish.isKey(key)) {
                throw new ParameterException(
                        spec.commandLine(), "--key must be " + JobWish.KEYS + ", not \"" + key + "\"");
            }
            String runKey = key == null ? "cli-" + now.toEpochMilli() : key;
            return OperatorCall.jobs(spec, settings, jobs -> jobs.run(name, day, runKey, "cli"));
        }
    }
}
