package hub.bench.freshness;

import hub.bench.freshness.Marker.Committed;
import hub.bench.http.Answers;
import hub.bench.http.Exchange;
import hub.bench.stage.Stage;
import hub.testkit.servers.SourceDatabase;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** A caller that asks again half a millisecond after each answer, until it has changed. */
final class HttpCaller implements Watched {

    private static final String PATH = "/api/dashboard/analytics/hourly-heatmap?date=" + Marker.DAY;
    private static final long PAUSE_NANOS = 500_000;

    private final LiveHub hub;
    private final Socket socket;
    private final Answers answers;
    private String etag;

    HttpCaller(Stage stage, SourceDatabase database) throws IOException, InterruptedException {
        hub = LiveHub.start(stage, database);
        etag = hub.awaitLive(PATH).header("ETag");
        socket = new Socket("127.0.0.1", hub.port());
        socket.setTcpNoDelay(true);
        answers = new Answers(socket.getInputStream());
    }

    @Override
    public long awaitSeen(Committed committed) throws IOException {
        while (true) {
            socket.getOutputStream().write(hub.request(PATH, "If-None-Match: " + etag));
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
            hub.close();
        }
    }
}
