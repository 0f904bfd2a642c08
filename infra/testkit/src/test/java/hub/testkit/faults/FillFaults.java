package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Rows 2e to 2g: the process dies while it fills a generation beside the served one. */
final class FillFaults {

    /** So many that the store gets them in several commits. */
    private static final int ROWS = 12_000;

    /** So slow that a fill takes some seconds. */
    private static final int BYTES_PER_SECOND = 250_000;

    private static final int BLOCK = 1_000;

    private FillFaults() {}

    /** Of the commit that completes a fill: what is stored, and what comes in its place. */
    private static final Pattern LAST_COMMIT =
            Pattern.compile("phase=FILLING\n[^$]*\\$\\d+\r\nsequence=\\d+\nphase=STREAMING\n");

    static List<Fault> all() {
        return List.of(
                fault("2e", "early in a fill", bench -> awaitFilled(bench, 10)),
                fault("2f", "half-way through a fill", bench -> awaitFilled(bench, 50)),
                fault(
                        "2g",
                        "before the last commit of a fill",
                        bench -> FaultBench.await(
                                "held commit", () -> bench.store().isHolding())));
    }

    private interface Instant {
        void await(FaultBench bench);
    }

    private static Fault fault(String row, String when, Instant instant) {
        return new Fault(row, "kill -9 " + when, "thrown away, the served one goes on", bench -> {
            rows(bench);
            Generation served = bench.live();
            bench.source().limit(BYTES_PER_SECOND);
            bench.store().holdQuestionWith(LAST_COMMIT); // no fill ends before its process does
            bench.askForRebuild();
            instant.await(bench);
            bench.hub().pause(); // so that what is looked at is what the kill leaves
            long filled = filled(bench);
            Generation half = new Generation(newest(bench));
            Checkpoint left = bench.checkpoint(half);
            assertThat(half.number()).isGreaterThan(served.number());
            assertThat(left.phase()).as("%s", left).isEqualTo(Checkpoint.Phase.FILLING);
            assertThat(filled).isBetween(1L, (long) ROWS);
            bench.source().heal();
            ProcessFaults.killed(bench, "");
            String keys = "hub:{g" + half.number() + "}:*";
            FaultBench.await(
                    "end of " + keys,
                    () -> bench.redis(redis -> redis.keys(keys)).isEmpty());
            bench.awaitLive();
            assertThat(bench.live()).isEqualTo(served);
            return filled * 100 / ROWS + " % were stored, and are gone";
        });
    }

    private static void awaitFilled(FaultBench bench, int percent) {
        long served = bench.live().number();
        bench.redis(redis -> {
            FaultBench.await(
                    percent + " % of a fill",
                    () -> bench.store().isHolding()
                            || newest(redis) > served && filled(redis, hour(bench)) * 100 >= (long) percent * ROWS);
            return "";
        });
    }

    private static long newest(FaultBench bench) {
        return bench.redis(FillFaults::newest);
    }

    private static long newest(RedisCommands<String, String> redis) {
        return redis.smembers("hub:generations").stream()
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
    }

    private static long filled(FaultBench bench) {
        return bench.redis(redis -> filled(redis, hour(bench)));
    }

    /** How many of {@link #ROWS} the newest generation has. */
    private static long filled(RedisCommands<String, String> redis, String hour) {
        return redis.hlen("hub:{g" + newest(redis) + "}:b:windows:" + hour);
    }

    private static String hour(FaultBench bench) {
        return day(bench) + "T15";
    }

    private static LocalDate day(FaultBench bench) {
        return bench.today().minusDays(6);
    }

    /** Of one hour, so that one board's partition tells how far a fill is. Once for each bench. */
    private static void rows(FaultBench bench) {
        String start = day(bench) + " 15:00:00";
        if (bench.db().number("SELECT COUNT(*) FROM activity_logs WHERE window_start = ?", start) > 0) {
            return;
        }
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < BLOCK; i++) {
            rows.append(i == 0 ? "" : ",")
                    .append("(%d,3,'Picking',%d,'%s','Picking','podfactory')".formatted(1 + i % 12, i % 40, start));
        }
        bench.db().transaction(() -> {
            for (int done = 0; done < ROWS; done += BLOCK) {
                bench.sql("INSERT INTO activity_logs (employee_id, role_id, activity_type, items_count, window_start,"
                        + " department, source) VALUES " + rows);
            }
        });
        bench.awaitLive();
    }
}
