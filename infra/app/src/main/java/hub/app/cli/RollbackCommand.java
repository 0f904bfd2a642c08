package hub.app.cli;

import hub.app.operator.Operations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "rollback",
        header = "Returns to the generation that was live before the last rebuild.",
        description = {
            "Points readers back to the generation that was live before the last rebuild. It is kept, and kept up to date, for",
            "a day after the swap."
        },
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        return OperatorCall.run(spec, settings, Operations::rollback);
    }
}
