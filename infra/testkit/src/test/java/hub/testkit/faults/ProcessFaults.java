package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.hub.HubProcess;
import hub.testkit.hub.StreamReader;
import hub.testkit.scenario.Activity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Rows 1 to 6: what happens to the service's own process. */
final class ProcessFaults {

    private static final Duration STOPPED = Duration.ofSeconds(60);

    private ProcessFaults() {}

    static List<Fault> all() {
        Random instants = new Random(Long.getLong("hub.test.seed", 1L));
        return List.of(
                new Fault("1", "kill -9 at a random instant under load", "resumes at the checkpoint", bench -> {
                    bench.underLoad(() -> {
                        FaultBench.pause(Duration.ofMillis(200 + instants.nextInt(1_500)));
                        bench.kill();
                    });
                    bench.restartHub();
                    return "restarted";
                }),
                new Fault("2a", "kill -9 after the poll, nothing sent yet", "the same", ProcessFaults::afterPoll),
                new Fault("2b", "kill -9 before the script runs", "the same", bench -> {
                    heldAtCommit(bench);
                    return killed(bench, "commit held, never sent");
                }),
                new Fault("2c", "kill -9 after the script, before its reply", "the same", bench -> {
                    long before = heldAtCommit(bench);
                    bench.store().holdReplies();
                    FaultBench.await("commit in Redis", () -> bench.sequence() > before);
                    return killed(bench, "commit applied, reply never seen");
                }),
                new Fault("2d", "kill -9 right after the reply", "the same", bench -> {
                    heldAtCommit(bench);
                    bench.store().noteReplyWith(Pattern.compile("\\bapplied\\b"));
                    bench.store().letGo();
                    FaultBench.await("reply at the service", () -> bench.store().hasReplied());
                    return killed(bench, "commit acknowledged");
                }),
                new Fault("3", "SIGSTOP, another instance takes over, SIGCONT", "the old writer is refused", bench -> {
                    HubProcess old = bench.hub();
                    heldAtCommit(bench);
                    old.pause();
                    bench.follow(bench.newProcessAtTheStore());
                    bench.underLoad(bench::awaitLive);
                    bench.store().noteReplyWith(Pattern.compile("\\brefused\\b"));
                    bench.store().letGo();
                    FaultBench.await("refusal", () -> bench.store().hasReplied());
                    FaultBench.pause(STOPPED);
                    bench.underLoad(() -> {
                        old.resume();
                        FaultBench.pause(Duration.ofSeconds(3));
                    });
                    BoardDifference both = bench.difference();
                    old.kill();
                    assertThat(both.isNone()).as("%s while both live", both).isTrue();
                    return killed(bench, "its commit refused, no double write");
                }),
                new Fault("4", "SIGTERM under load", "streams end, ends within 10 s", bench -> {
                    Duration[] took = new Duration[1];
                    try (StreamReader reader = bench.hub().dashboard().stream("views=leaderboard&date=" + bench.today())
                            .connect()) {
                        FaultBench.await(
                                "event", () -> !reader.body("leaderboard").isEmpty());
                        bench.underLoad(() -> took[0] =
                                bench.hub().terminate(Duration.ofSeconds(10)).took());
                        FaultBench.await("end of the stream", reader::isOver);
                        assertThat(reader.ended()).as("why it ended").isNotEmpty();
                    }
                    bench.restartHub();
                    return "ended after %.1f s".formatted(took[0].toMillis() / 1000.0);
                }),
                new Fault("5", "20 s pause, as of a collector", "goes on, no bad write", bench -> {
                    bench.hub().pause();
                    bench.underLoad(() -> FaultBench.pause(Duration.ofSeconds(20)));
                    bench.hub().resume();
                    return "went on";
                }),
                new Fault("6", "two instances start at once", "one leads, the other serves", bench -> {
                    bench.kill();
                    HubProcess other = bench.newProcess();
                    try {
                        bench.restartHub();
                        bench.underLoad(() -> {
                            bench.awaitLive();
                            other.dashboard()
                                    .awaitThat(
                                            () -> other.dashboard().leaderboard(bench.today()),
                                            reply -> assertThat(reply.status()).isEqualTo(200));
                        });
                        // What was written before the two can be answered without anybody who reads the binlog.
                        bench.write(1);
                        bench.awaitLive();
                        long readers = bench.db()
                                .number("SELECT COUNT(*) FROM information_schema.processlist"
                                        + " WHERE command LIKE 'Binlog Dump%'");
                        assertThat(readers).as("readers of the binlog").isEqualTo(1);
                    } finally {
                        other.kill();
                    }
                    return "one reader of the binlog";
                }));
    }

    private static String afterPoll(FaultBench bench) {
        bench.store().holdEverything();
        long before = bench.source().rowEventsSent();
        bench.write(20);
        bench.db().activity(Activity.qcPassed(2).by(2));
        FaultBench.await("rows at the reader", () -> bench.source().rowEventsSent() > before);
        return killed(bench, "polled, not committed");
    }

    /** Returns the sequence before the commit that is held now. */
    static long heldAtCommit(FaultBench bench) {
        long before = bench.sequence();
        bench.store().holdQuestionWith(commitScript());
        bench.db().activity(Activity.qcPassed(3).by(2));
        FaultBench.await("commit at the proxy", () -> bench.store().isHolding());
        return before;
    }

    static String killed(FaultBench bench, String seen) {
        bench.kill();
        bench.store().heal();
        bench.restartHub();
        return seen;
    }

    /** By which the commit is asked for. */
    static Pattern commitScript() {
        try (InputStream in = ProcessFaults.class.getResourceAsStream("/hub/redis/commit.lua")) {
            if (in == null) {
                throw new IllegalStateException("no commit script");
            }
            return Pattern.compile(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
