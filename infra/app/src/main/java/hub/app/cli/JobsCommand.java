package hub.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "jobs",
        header = "Shows when each job is due and what became of its last run.",
        description = "As the processes with the role scheduler tell it.",
        mixinStandardHelpOptions = true)
final class JobsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        return OperatorCall.jobs(
                spec, settings, jobs -> jobs.list().forEach(spec.commandLine().getOut()::println));
    }
}
