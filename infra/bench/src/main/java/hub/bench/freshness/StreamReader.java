package hub.bench.freshness;

import hub.bench.freshness.Marker.Committed;
import hub.bench.stage.Stage;
import hub.testkit.servers.SourceDatabase;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A reader of a stream, who is told. Each commit of a marker changes the one view that it shows. */
final class StreamReader implements Watched {

    private static final String VIEW = "/api/dashboard/analytics/hourly-heatmap?date=" + Marker.DAY;
    private static final String STREAM = "/api/dashboard/stream?views=heatmap&rate=10&date=" + Marker.DAY;

    private final LiveHub hub;
    private final Socket socket;
    private final BufferedReader lines;

    StreamReader(Stage stage, SourceDatabase database) throws IOException, InterruptedException {
        hub = LiveHub.start(stage, database);
        hub.awaitLive(VIEW);
        socket = new Socket("127.0.0.1", hub.port());
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(hub.request(STREAM));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        awaitView();
    }

    @Override
    public long awaitSeen(Committed committed) throws IOException {
        awaitView();
        return System.nanoTime();
    }

    private void awaitView() throws IOException {
        boolean view = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            view |= line.equals("event: view");
            if (view && line.startsWith("id:")) {
                return;
            }
        }
        throw new EOFException("the service ended the stream");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("the reader's connection does not close", e);
        } finally {
            hub.close();
        }
    }
}
