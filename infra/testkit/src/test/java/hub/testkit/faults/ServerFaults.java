package hub.testkit.faults;

import java.time.Duration;
import java.util.List;

/** Rows 8, 29 and 39: the servers' own processes die. */
final class ServerFaults {

    /** Some commits, and the middle of one. */
    private static final long CUT = 20_011;

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
                new Fault("29", "Redis kill -9, AOF everysec", "data and checkpoint go back together", bench -> {
                    bench.underLoad(() -> {
                        FaultBench.pause(Duration.ofSeconds(1));
                        redis.kill();
                    });
                    redis.start();
                    return "re-read what Redis had lost";
                }),
                new Fault("39", "the end of Redis' log is cut off", "the same", bench -> {
                    String log = redis.exec("sh", "-c", "ls /data/appendonlydir/*.incr.aof | tail -1")
                            .strip();
                    bench.write(100);
                    bench.awaitLive();
                    redis.kill();
                    redis.cutTail(log, CUT);
                    redis.start();
                    return "re-read what was cut off";
                }));
    }
}
