package hub.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "doctor", header = "Says what the source and Redis lack, and writes nothing.")
final class DoctorCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Exit.OK;
    }
}
