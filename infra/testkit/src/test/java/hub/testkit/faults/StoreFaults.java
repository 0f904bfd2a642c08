package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.hub.Reply;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;

/** Rows 30 to 37: what happens to Redis and on the way to it. */
final class StoreFaults {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private StoreFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("30", "FLUSHALL", "filled again, never zeros", bench -> {
                    Reply before = bench.leaderboard();
                    bench.redis(redis -> redis.flushall());
                    FaultBench.await("a new fill", () -> {
                        Reply now = bench.leaderboard();
                        assertThat(now.status() == 200
                                        && now.json().isEmpty()
                                        && !before.json().isEmpty())
                                .as("an empty answer in place of %s", before)
                                .isFalse();
                        return bench.redis(redis -> redis.exists("hub:pointer")) == 1
                                && bench.state().equals("streaming");
                    });
                    return "a new generation";
                }),
                new Fault("33", "the reply is lost after the script ran", "not applied twice", bench -> {
                    long before = ProcessFaults.heldAtCommit(bench);
                    bench.store().swallowReplies(true);
                    bench.store().letGo();
                    FaultBench.await("commit whose reply is lost", () -> bench.sequence() > before);
                    bench.store().reset();
                    bench.store().swallowReplies(false);
                    return "asked again";
                }),
                new Fault("33b", "RST of every connection, ten times", "nothing twice", bench -> {
                    bench.underLoad(() -> {
                        for (int i = 0; i < 10; i++) {
                            FaultBench.pause(Duration.ofMillis(200));
                            bench.store().reset();
                        }
                    });
                    return "reconnected";
                }),
                new Fault("34", "CLIENT PAUSE of writes for 30 s", "the stream is held, answers say so", bench -> {
                    pauseWrites(bench);
                    long until = System.nanoTime() + PAUSE.minusSeconds(5).toNanos();
                    long before = bench.sequence();
                    bench.underLoad(() -> {
                        FaultBench.await(PAUSE.minusSeconds(5), "answer that says so", () -> doesWithoutStore(bench));
                        FaultBench.pause(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
                    });
                    assertThat(bench.sequence()).as("sequence while held").isEqualTo(before);
                    bench.awaitLive();
                    assertThat(bench.sequence()).isGreaterThan(before);
                    return "held and went on";
                }),
                new Fault("34b", "CLIENT PAUSE of everything for 30 s", "answers go on or say so", bench -> {
                    bench.redis(redis -> redis.clientPause(PAUSE.toMillis()));
                    bench.write(10);
                    FaultBench.await("an answer without the store", () -> doesWithoutStore(bench));
                    return "answered without Redis";
                }),
                new Fault("35", "maxmemory reached", "refused whole, answers say so, go on", bench -> {
                    bench.redis(redis -> redis.configSet("maxmemory", "1mb"));
                    long before = bench.sequence();
                    bench.write(20);
                    bench.awaitNotLive(Duration.ofSeconds(60));
                    assertThat(bench.sequence()).as("sequence while full").isEqualTo(before);
                    bench.redis(redis -> redis.configSet("maxmemory", "0"));
                    return "refused and went on";
                }),
                new Fault("36b", "a field that is no number", "rebuild required, then rebuilt", bench -> {
                    String key = bench.redis(
                            redis -> redis.keys("hub:{g*}:b:leaderboard*").getFirst());
                    bench.redis(redis -> redis.hkeys(key))
                            .forEach(field -> bench.redis(redis -> redis.hset(key, field, "many")));
                    bench.underLoad(() -> bench.awaitState("rebuild-required"));
                    bench.rebuildWhenRequired();
                    return "found at the next write";
                }),
                new Fault("36", "a partition of another type", "rebuild required, then rebuilt", bench -> {
                    String key = bench.redis(
                            redis -> redis.keys("hub:{g*}:b:leaderboard*").getFirst());
                    bench.redis(redis -> redis.del(key));
                    bench.redis(redis -> redis.set(key, "not a hash"));
                    bench.underLoad(() -> bench.awaitState("rebuild-required"));
                    bench.rebuildWhenRequired();
                    return "found before the first write";
                }),
                new Fault("37", "SCRIPT FLUSH under load", "asked again, no reader notices", bench -> {
                    int[] answers = new int[1];
                    bench.underLoad(() -> {
                        for (int i = 0; i < 5; i++) {
                            bench.redis(redis -> redis.scriptFlush());
                            for (int day = 0; day < 20; day++, answers[0]++) {
                                Reply reply = bench.hub()
                                        .dashboard()
                                        .leaderboard(bench.today().minusDays(day));
                                assertThat(reply.status()).as("%s", reply).isEqualTo(200);
                            }
                        }
                    });
                    return answers[0] + " answers, no error";
                }));
    }

    /** An answer that is refused, or calls itself less than live, or is made from MySQL itself. */
    private static boolean doesWithoutStore(FaultBench bench) {
        Reply now = bench.leaderboard();
        return now.status() == 503
                || !now.header("Hub-State").orElse("").equals("live")
                || now.header("Hub-Source").orElse("").contains("mysql");
    }

    private static void pauseWrites(FaultBench bench) {
        bench.redis(redis -> redis.dispatch(
                CommandType.CLIENT,
                new StatusOutput<>(StringCodec.UTF8),
                new CommandArgs<>(StringCodec.UTF8)
                        .add("PAUSE")
                        .add(PAUSE.toMillis())
                        .add("WRITE")));
    }
}
