package hub.app.cli;

import hub.app.operator.Operations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "rebuild",
        header = "Builds every read model anew beside the served ones, and swaps.",
        description = {
            "Asks the process that reads the change stream to build every read model anew, beside the ones that are served, and",
            "to swap when they are complete; shows the progress until then. Reads go on. The way back: hub rollback."
        },
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Override
    public Integer call() throws InterruptedException {
        return OperatorCall.run(spec, settings, Operations::rebuild);
    }
}
