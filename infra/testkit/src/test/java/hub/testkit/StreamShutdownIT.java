package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.HubProcess;
import hub.testkit.hub.StreamReader;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process that is told to end does, at once, however many streams are open; and it tells them. */
class StreamShutdownIT {

    private static final int STREAMS = 500;
    /** The promise is 5 s; machines that do other things too get more. The time is printed. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Test
    void sigtermEndsAllStreamsAtOnce() {
        SourceDatabase database = Servers.embedded().source().freshDatabase("streamshutdown");
        Servers.embedded().store().wipe();
        Map<String, String> unlimited = Map.of("hub.api.rate.per-key", "100000", "hub.api.rate.per-address", "100000");
        try (HubProcess hub = HubProcess.start(database, Servers.embedded().store(), ScoreMode.LIVE, unlimited)) {
            hub.dashboard()
                    .awaitThat(
                            () -> hub.dashboard().get("/api/dashboard/leaderboard"),
                            reply -> assertThat(reply.status()).isEqualTo(200));
            List<StreamReader> readers = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                readers.add(
                        hub.dashboard().stream("views=leaderboard,departments").connect());
            }
            hub.dashboard()
                    .awaitThat(
                            () -> hub.dashboard().pipeline(),
                            reply -> assertThat(readers)
                                    .allSatisfy(reader -> assertThat(reader.body("leaderboard"))
                                            .as(reader.lastEnd())
                                            .isEqualTo("[]")));

            Duration took = hub.terminate(DEADLINE);
            System.out.printf("ended %d ms after SIGTERM with %d open streams%n", took.toMillis(), STREAMS);
            assertThat(readers)
                    .as("readers that were told")
                    .allSatisfy(reader -> assertThat(reader.ended()).isEqualTo("shutdown"));
            readers.forEach(StreamReader::close);
        }
    }
}
