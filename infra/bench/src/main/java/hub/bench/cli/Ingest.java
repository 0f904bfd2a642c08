package hub.bench.cli;

import hub.bench.Progress;
import hub.bench.ingest.IngestPart;
import hub.bench.load.Workload;
import hub.bench.report.Part;
import hub.bench.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "ingest",
        header = "How fast a backlog of the binlog is drained into Redis.",
        mixinStandardHelpOptions = true)
final class Ingest extends Measurement {

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "In the backlog. Default: 1000000, or 60000 with --quick.")
    private long rows;

    @Option(
            names = "--transactions",
            split = ",",
            paramLabel = "N",
            description = "Rows in each transaction. Default: 1,10,100, or 10 with --quick.")
    private List<Integer> transactions = List.of();

    @Option(
            names = "--employees",
            split = ",",
            paramLabel = "N",
            description = "How many people work. Default: 50,500, or 50 with --quick.")
    private List<Integer> employees = List.of();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "60",
            description = "Over how many days. Default: ${DEFAULT-VALUE}.")
    private int days = 60;

    @Override
    Part measure(Stage stage, Progress progress, boolean quick) throws Exception {
        long size = rows > 0 ? rows : quick ? 60_000 : 1_000_000;
        List<Workload> workloads = new ArrayList<>();
        for (int people : !employees.isEmpty() ? employees : quick ? List.of(50) : List.of(50, 500)) {
            for (int each : !transactions.isEmpty() ? transactions : quick ? List.of(10) : List.of(1, 10, 100)) {
                workloads.add(new Workload(size, each, people, days));
            }
        }
        return new IngestPart(stage, progress).run(workloads, rounds(quick));
    }
}
