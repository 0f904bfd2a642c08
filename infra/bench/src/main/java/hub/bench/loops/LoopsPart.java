package hub.bench.loops;

import hub.bench.report.Line;
import hub.bench.report.Part;
import hub.bench.report.Sample;
import hub.ingest.debezium.DecodeLoop;
import hub.projections.projector.ProjectLoop;
import hub.redis.CommitLoop;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The inner loops under JMH, each in a process of its own. */
public record LoopsPart(int rounds, long millis) {

    public Part run() throws RunnerException {
        List<Line> lines = new ArrayList<>();
        for (Class<?> loop : List.of(DecodeLoop.class, ProjectLoop.class, CommitLoop.class, RenderLoop.class)) {
            for (RunResult result : new Runner(new OptionsBuilder()
                            .include("^" + loop.getName() + "\\.")
                            .forks(1)
                            .warmupIterations(3)
                            .warmupTime(TimeValue.milliseconds(millis))
                            .measurementIterations(rounds)
                            .measurementTime(TimeValue.milliseconds(millis))
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run()) {
                lines.add(Line.alone(
                        loop.getSimpleName() + "." + result.getPrimaryResult().getLabel(),
                        loop == RenderLoop.class ? "µs/answer" : "ns/row",
                        sample(result)));
            }
        }
        return new Part("loops: without servers, one thread", "none", lines);
    }

    private static Sample sample(RunResult result) {
        return Sample.of(result.getAggregatedResult().getIterationResults().stream()
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .toArray());
    }
}
