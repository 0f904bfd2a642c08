package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.hub.Reply;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Row 16: one transaction of 1,000,000 rows, with a heap that could not hold it ({@code -Dhub.test.heap=512m}). Answers
 * meanwhile say {@code mid-transaction}; afterwards every board equals the rows. Named so that no build runs it.
 */
class MillionRows {

    private static final int ROWS = Integer.getInteger("hub.test.transaction", 1_000_000);
    private static final int BLOCK = 1_000;

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
                                    + " UTC_TIMESTAMP() - INTERVAL b.n MINUTE, NULL, 'Picking', 'podfactory'"
                                    + " FROM seq a, seq b WHERE a.n < ?",
                            ROWS / BLOCK));
            Set<String> states = new HashSet<>();
            long before = bench.sequence();
            FaultBench.await(Duration.ofMinutes(20), "the end of the transaction", () -> {
                Reply reply = bench.leaderboard();
                reply.header("Hub-State").ifPresent(states::add);
                return writing.isDone() && bench.sequence() > before && !bench.isTransactionInFlight();
            });
            writing.join();
            System.out.println("states of answers meanwhile: " + states);
            assertThat(states).contains("mid-transaction");
            assertThat(bench.hub().isAlive()).isTrue();
            BoardDifference difference = bench.difference();
            System.out.println(ROWS + " rows in one transaction: " + difference);
            assertThat(difference.isNone()).as("%s", difference).isTrue();
        }
    }
}
