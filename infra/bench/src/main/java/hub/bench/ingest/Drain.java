package hub.bench.ingest;

import hub.bench.machine.ThreadCpu;
import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import java.util.function.Predicate;

/**
 * What it cost to read a backlog, from the first row that the engine handed over to the end.
 *
 * @param seconds by the clock
 * @param reader CPU seconds of the engine's threads that read the binlog and make records
 * @param handler CPU seconds of the thread that hands records over and, in the service, decodes and projects them
 * @param committer CPU seconds of the thread that writes to the store, and of its connection
 * @param machinery CPU seconds of the virtual machine: collector and compilers
 * @param redis CPU seconds of the store's server
 * @param database CPU seconds of the source's server
 */
public record Drain(
        double seconds,
        double reader,
        double handler,
        double committer,
        double machinery,
        double redis,
        double database) {

    /** All CPU seconds of the process. */
    public double process() {
        return reader + handler + committer + machinery;
    }

    /** What was used up to some moment. */
    record Mark(long nanoTime, ThreadCpu threads, double redis, double database) {

        static Mark now(Stage stage, RedisMeter redis) {
            return new Mark(System.nanoTime(), ThreadCpu.now(), redis.cpu(), stage.databaseCpu());
        }

        Drain since(Mark start) {
            Predicate<String> machinery = name -> name.startsWith("GC ")
                    || name.startsWith("G1 ")
                    || name.startsWith("C1 ")
                    || name.startsWith("C2 ")
                    || name.startsWith("VM ");
            Predicate<String> committer = name -> name.startsWith("commit-") || name.startsWith("lettuce-");
            Predicate<String> handler = name -> name.startsWith("pool-");
            return new Drain(
                    (nanoTime - start.nanoTime) / 1e9,
                    threads.since(
                            start.threads, machinery.or(committer).or(handler).negate()),
                    threads.since(start.threads, handler),
                    threads.since(start.threads, committer),
                    threads.since(start.threads, machinery),
                    redis - start.redis,
                    database - start.database);
        }
    }
}
