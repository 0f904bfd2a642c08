package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.ingest.IngestPart;
import hub.bench.load.Workload;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "ingest",
        header = "How fast a backlog of the binlog is drained into Redis.",
        mixinStandardHelpOptions = true)
final class Ingest implements Callable<Integer> {

    @ParentCommand
    private Bench bench = new Bench();

    @Option(names = "--rows", defaultValue = "1000000", description = "In the backlog. Default: ${DEFAULT-VALUE}.")
    private long rows = 1_000_000;

    @Option(
            names = "--transactions",
            split = ",",
            defaultValue = "1,10,100",
            description = "Rows in each transaction. Default: ${DEFAULT-VALUE}.")
    private List<Integer> transactions = List.of(1, 10, 100);

    @Option(
            names = "--employees",
            split = ",",
            defaultValue = "50,500",
            description = "How many people work. Default: ${DEFAULT-VALUE}.")
    private List<Integer> employees = List.of(50, 500);

    @Option(names = "--days", defaultValue = "60", description = "Over how many days. Default: ${DEFAULT-VALUE}.")
    private int days = 60;

    @Option(names = "--rounds", defaultValue = "3", description = "Of each figure. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Override
    public Integer call() throws Exception {
        return bench.measure(stage -> List.of(measure(stage, bench.progress())));
    }

    Part measure(Stage stage, Progress progress) throws Exception {
        List<Workload> workloads = new ArrayList<>();
        for (int people : employees) {
            for (int size : transactions) {
                workloads.add(new Workload(rows, size, people, days));
            }
        }
        return new IngestPart(stage, progress).run(workloads, rounds);
    }
}
