package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.HubProcess;
import hub.testkit.hub.StreamReader;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that is told to end does, at once, however many streams are open; and it tells them. */
class StreamShutdownIT {

    private static final int STREAMS = 500;
    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int TERMINATED = 128 + 15;

    @Test
    void sigtermEndsAllStreamsAtOnce() throws IOException {
        SourceDatabase database = Servers.embedded().source().freshDatabase("streamshutdown");
        Servers.embedded().store().wipe();
        try (HubProcess hub = HubProcess.start(database, Servers.embedded().store(), ScoreMode.LIVE)) {
            hub.dashboard()
                    .awaitThat(
                            () -> hub.dashboard().get("/api/dashboard/leaderboard"),
                            reply -> assertThat(reply.status()).isEqualTo(200));
            List<StreamReader> readers = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                readers.add(
                        hub.dashboard().stream("views=leaderboard,departments").connect());
            }
            readers.forEach(reader -> hub.dashboard()
                    .awaitThat(() -> hub.dashboard().get("/api/dashboard/server-time"), reply -> {
                        reader.reconnectIfOver();
                        assertThat(reader.body("leaderboard"))
                                .as(reader.lastEnd())
                                .isEqualTo("[]");
                    }));

            String ticket = hub.dashboard()
                    .post("/api/stream-tickets")
                    .json()
                    .path("ticket")
                    .asString();
            readers.add(hub.dashboard().withKey(null).stream("views=leaderboard&ticket=" + ticket)
                    .connect());
            StreamReader byTicket = readers.getLast();
            hub.dashboard()
                    .awaitThat(
                            () -> hub.dashboard().get("/api/dashboard/server-time"),
                            reply -> assertThat(byTicket.body("leaderboard")).isEqualTo("[]"));
            assertThat(hub.dashboard()
                            .withKey(null)
                            .get("/api/dashboard/stream?views=leaderboard&ticket=" + ticket)
                            .status())
                    .as("a ticket is for one stream")
                    .isEqualTo(401);

            HubProcess.Ended end = hub.terminate(PATIENCE);
            System.out.printf(
                    "ended %d ms after SIGTERM with %d open streams%n",
                    end.took().toMillis(), STREAMS);
            assertThat(end.took()).isLessThan(PROMISED);
            assertThat(end.exitCode()).isEqualTo(TERMINATED);
            assertThat(readers)
                    .as("readers that were told")
                    .allSatisfy(reader -> assertThat(reader.ended()).isEqualTo("shutdown"));
            assertThat(Files.readString(Path.of("target/hub-under-test.log"))).doesNotContain(ticket);
            readers.forEach(StreamReader::close);
        }
    }
}
