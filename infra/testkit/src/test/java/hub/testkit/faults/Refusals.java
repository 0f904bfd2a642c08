package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** What a service does whom MySQL refuses: it says so in MySQL's words, and asks again with growing pauses. */
final class Refusals {

    private static final Duration WATCHED = Duration.ofSeconds(15);

    /** Of the stream, the canary, the looks at the tables, and of jobs. Without a pause there would be thousands. */
    private static final long MOST_CONNECTIONS = 150;

    private Refusals() {}

    /** Returns what was seen. */
    static String assertToldAndPatient(FaultBench bench, String words) {
        FaultBench.await("cause with \"" + words + "\"", () -> bench.cause().contains(words));
        long before = bench.source().accepted();
        FaultBench.pause(WATCHED);
        long connections = bench.source().accepted() - before;
        assertThat(connections).as("connections in " + WATCHED).isLessThan(MOST_CONNECTIONS);
        return "told; " + connections + " connections in " + WATCHED.toSeconds() + " s";
    }
}
