package hub.bench.freshness;

import hub.app.config.Settings;
import hub.app.roles.Server;
import hub.bench.child.ServedHub;
import hub.bench.http.Exchange;
import hub.bench.http.HttpRequests;
import hub.bench.stage.Stage;
import hub.testkit.hub.TestKey;
import hub.testkit.servers.SourceDatabase;
import java.time.Duration;
import java.util.stream.Stream;

/** The whole service in this process. */
record LiveHub(Server server, String key) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static LiveHub start(Stage stage, SourceDatabase database) {
        TestKey made = TestKey.random();
        Server server = Server.start(Settings.of(ServedHub.settings(stage, database, made, "ingest,query,scheduler")));
        return new LiveHub(server, "X-API-Key: " + made.text());
    }

    int port() {
        return server.port();
    }

    byte[] request(String path, String... headers) {
        return HttpRequests.get(
                path, Stream.concat(Stream.of(key), Stream.of(headers)).toArray(String[]::new));
    }

    /** The first live answer. */
    Exchange awaitLive(String path) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Exchange answer = Exchange.ask(server.port(), request(path))
                    .orElseThrow(() -> new IllegalStateException("the service does not answer"));
            if (answer.status() == 200 && answer.header("Hub-State").equals("live")) {
                return answer;
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the service is not live after " + PATIENCE);
    }

    @Override
    public void close() {
        server.close();
    }
}
