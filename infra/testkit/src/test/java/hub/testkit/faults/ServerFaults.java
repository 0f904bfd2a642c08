package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.store.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Rows 8, 29 and 39: the servers die, with their hosts or alone. */
final class ServerFaults {

    /** Some commits, and the middle of one. */
    private static final long CUT = 20_011;

    /** What a Redis that syncs its log every second may lose. */
    private static final Duration UNSYNCED = Duration.ofSeconds(1);

    private ServerFaults() {}

    static List<Fault> all(ServerControl mysql, DockerServer redis) {
        return List.of(
                new Fault("8", "MySQL kill -9 and restart", "reconnects, no gap", bench -> {
                    bench.write(20);
                    mysql.kill();
                    FaultBench.pause(Duration.ofSeconds(2));
                    mysql.start();
                    bench.faultEnds();
                    bench.reconnect();
                    bench.write(20);
                    return "reconnected";
                }),
                new Fault("29", "Redis' host dies, AOF everysec", "data and checkpoint go back together", bench -> {
                    String log = log(redis);
                    long[] synced = new long[1];
                    long[] had = new long[1];
                    bench.underLoad(() -> {
                        FaultBench.pause(UNSYNCED);
                        synced[0] = Long.parseLong(
                                redis.exec("stat", "-c", "%s", log).strip());
                        FaultBench.pause(UNSYNCED);
                        had[0] = bench.sequence();
                        redis.kill();
                    });
                    // A process that is killed loses nothing: its host would still write what it has taken.
                    return comesBackWithLess(bench, redis, log, had[0], size -> synced[0]);
                }),
                new Fault("39", "the end of Redis' log is cut off", "the same", bench -> {
                    String log = log(redis);
                    bench.write(100);
                    bench.awaitLive();
                    long had = bench.sequence();
                    redis.kill();
                    return comesBackWithLess(bench, redis, log, had, size -> size - CUT);
                }));
    }

    private static String log(DockerServer redis) {
        return redis.exec("sh", "-c", "ls /data/appendonlydir/*.incr.aof | tail -1")
                .strip();
    }

    /** What is left is looked at before the service sees it. */
    private static String comesBackWithLess(
            FaultBench bench, DockerServer redis, String log, long had, LongUnaryOperator length) {
        bench.store().refuse(true);
        redis.shorten(log, length);
        redis.start();
        FaultBench.await("store that has loaded its log", () -> answers(bench));
        long has = bench.sequence();
        bench.faultEnds();
        bench.store().refuse(false);
        assertThat(has).as("sequence that is left of " + had).isLessThan(had);
        return had - has + " commits were gone, re-read";
    }

    private static boolean answers(FaultBench bench) {
        try {
            return bench.sequence() > 0;
        } catch (StoreUnavailable notYet) {
            return false;
        }
    }
}
