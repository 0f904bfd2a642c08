package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.hub.CaughtUp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Row 16: one transaction of 1,000,000 rows, with a heap that could not hold it ({@code -Dhub.test.heap=512m}); they
 * spread over 58 days, for the answer of an open day is made from all of its windows. Answers
 * for which the store is asked meanwhile say {@code mid-transaction}; what is remembered stays as it was before, for such
 * commits are not announced. Afterwards every board equals the rows. Named so that no build runs it.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class MillionRows {

    private static final int ROWS = Integer.getInteger("hub.test.transaction", 1_000_000);
    private static final int BLOCK = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(20);

    @Test
    void areStreamedInBoundedMemoryAndAnswersSayThatTheyAreUnderWay() {
        try (RealBench real = RealBench.start();
                FaultBench bench = new FaultBench(real.servers(), 16)) {
            bench.sql("CREATE TABLE seq (n INT PRIMARY KEY)");
            StringBuilder numbers = new StringBuilder("INSERT INTO seq VALUES (0)");
            for (int n = 1; n < BLOCK; n++) {
                numbers.append(",(").append(n).append(")");
            }
            bench.sql(numbers.toString());
            bench.awaitLive();
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> bench.db()
                    .execute(
                            "INSERT INTO activity_logs (employee_id, role_id, activity_type, items_count, window_start,"
                                    + " window_end, department, source) SELECT 1 + a.n % 12, 3, 'Picking', b.n % 5,"
                                    + " UTC_TIMESTAMP() - INTERVAL (1000 * a.n + b.n) * 5 SECOND, NULL, 'Picking', 'podfactory'"
                                    + " FROM seq a, seq b WHERE a.n < ?",
                            ROWS / BLOCK));
            Set<String> remembered = new HashSet<>();
            Set<String> asked = new HashSet<>();
            Iterator<LocalDate> days = Stream.iterate(bench.today().minusDays(3), day -> day.minusDays(1))
                    .iterator();
            long before = bench.sequence();
            FaultBench.await(LONGEST, "the end of the transaction", () -> {
                bench.leaderboard().header("Hub-State").ifPresent(remembered::add);
                bench.hub()
                        .dashboard()
                        .leaderboard(days.next())
                        .header("Hub-State")
                        .ifPresent(asked::add);
                return writing.isDone() && bench.sequence() > before && !bench.isTransactionInFlight();
            });
            writing.join();
            // What was committed is still being read.
            new CaughtUp(bench.db(), bench.hub().dashboard().withPatience(LONGEST)).leaderboard(bench.today());
            System.out.println("states of answers meanwhile: from memory " + remembered + ", from the store " + asked);
            assertThat(asked).contains("mid-transaction");
            assertThat(remembered).as("answers that were there before").doesNotContain("degraded", "stale");
            assertThat(bench.hub().isAlive()).isTrue();
            BoardDifference difference = bench.difference();
            System.out.println(ROWS + " rows in one transaction: " + difference);
            assertThat(difference.isNone()).as("%s", difference).isTrue();
        }
    }
}
