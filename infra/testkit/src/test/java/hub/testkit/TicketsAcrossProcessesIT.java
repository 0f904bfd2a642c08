package hub.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.Dashboard;
import hub.testkit.hub.HubProcess;
import hub.testkit.hub.StreamReader;
import hub.testkit.hub.TestKey;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A ticket made by one process opens one stream, at any process, once. */
class TicketsAcrossProcessesIT {

    private static final int RACES = 20;
    private static final TestKey KEY = TestKey.random("tickets");
    private static final String STREAM = "/api/dashboard/stream?views=leaderboard&ticket=";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aTicketIsForOneStreamWhicheverProcessIsAsked() {
        SourceDatabase database = Servers.embedded().source().freshDatabase("tickets");
        Servers.embedded().store().wipe();
        try (HubProcess one = start(database, "ingest,query,scheduler");
                HubProcess other = start(database, "query")) {
            Dashboard here = answering(one);
            Dashboard there = answering(other);

            String ticket = ticket(here);
            try (StreamReader reader = there.withKey(null).stream("views=leaderboard&ticket=" + ticket)
                    .connect()) {
                there.awaitThat(
                        () -> there.get("/api/dashboard/server-time"),
                        reply -> assertThat(reader.body("leaderboard")).isEqualTo("[]"));
            }
            assertThat(status(other, ticket)).as("once more where it was used").isEqualTo(401);
            assertThat(status(one, ticket)).as("once more where it was made").isEqualTo(401);

            for (int race = 0; race < RACES; race++) {
                String contested = ticket(race % 2 == 0 ? here : there);
                CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> status(one, contested));
                CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> status(other, contested));
                assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(200, 401);
            }
        }
    }

    private static HubProcess start(SourceDatabase database, String roles) {
        return HubProcess.start(
                database,
                Servers.embedded().store(),
                ScoreMode.LIVE,
                Map.of("hub.api.keys", KEY.entry(), "hub.roles", roles));
    }

    private static Dashboard answering(HubProcess hub) {
        Dashboard dashboard = hub.dashboard().withKey(KEY.text());
        dashboard.awaitThat(
                () -> dashboard.get("/api/dashboard/leaderboard"),
                reply -> assertThat(reply.status()).isEqualTo(200));
        return dashboard;
    }

    private static String ticket(Dashboard dashboard) {
        return dashboard.post("/api/stream-tickets").json().path("ticket").asString();
    }

    /** Of an attempt to open a stream with that ticket; closes the stream at once. */
    private int status(HubProcess hub, String ticket) {
        URI address = hub.api().resolve(STREAM + ticket);
        try {
            var answer =
                    client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
