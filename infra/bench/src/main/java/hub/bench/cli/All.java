package hub.bench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "all", header = "Every part, one after another.", mixinStandardHelpOptions = true)
final class All implements Callable<Integer> {

    @ParentCommand
    private Bench bench = new Bench();

    @Override
    public Integer call() throws Exception {
        return bench.call();
    }
}
