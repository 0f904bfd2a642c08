package hub.bench.freshness;

import hub.app.config.Settings;
import hub.app.roles.Server;
import hub.bench.child.ServedHub;
import hub.bench.freshness.Marker.Committed;
import hub.bench.http.Answers;
import hub.bench.http.Exchange;
import hub.bench.http.HttpRequests;
import hub.bench.stage.Stage;
import hub.testkit.hub.TestKey;
import hub.testkit.servers.SourceDatabase;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The whole service in this process, and a caller that asks every half millisecond whether the answer has changed. */
final class HttpCaller implements Watched {

    private static final String PATH = "/api/dashboard/analytics/hourly-heatmap?date=" + Marker.DAY;
    private static final long PAUSE_NANOS = 500_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Server server;
    private final String key;
    private final Socket socket;
    private final Answers answers;
    private String etag;

    HttpCaller(Stage stage, SourceDatabase database) throws IOException, InterruptedException {
        TestKey made = TestKey.random();
        key = "X-API-Key: " + made.text();
        server = Server.start(Settings.of(ServedHub.settings(stage, database, made, "ingest,query,scheduler")));
        etag = awaitLive();
        socket = new Socket("127.0.0.1", server.port());
        socket.setTcpNoDelay(true);
        answers = new Answers(socket.getInputStream());
    }

    private String awaitLive() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Exchange answer = Exchange.ask(server.port(), HttpRequests.get(PATH, key))
                    .orElseThrow(() -> new IllegalStateException("the service does not answer"));
            if (answer.status() == 200 && answer.header("Hub-State").equals("live")) {
                return answer.header("ETag");
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the service is not live after " + PATIENCE);
    }

    @Override
    public long awaitSeen(Committed committed) throws IOException {
        while (true) {
            socket.getOutputStream().write(HttpRequests.get(PATH, key, "If-None-Match: " + etag));
            Exchange answer = answers.whole();
            if (answer.status() == 200) {
                etag = answer.header("ETag");
                return System.nanoTime();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("the caller's connection does not close", e);
        } finally {
            server.close();
        }
    }
}
