package hub.testkit.hub;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One reader of a stream, as a browser is one: keeps the latest of each view and, when it comes back, says what it saw
 * last. Nothing is read while it is disconnected. Safe for all threads.
 */
public final class StreamReader implements AutoCloseable {

    private final HttpClient client;
    private final URI address;
    private final @Nullable String key;
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final AtomicInteger resyncs = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile String lastEventId = "";
    private volatile String position = "";
    private volatile String ended = "";
    private volatile String lastEnd = "";
    private volatile @Nullable Lines open;

    StreamReader(HttpClient client, URI address, @Nullable String key) {
        this.client = client;
        this.address = address;
        this.key = key;
    }

    /** Begins to read, from where it was; cuts the connection that is open, if there is one. */
    public StreamReader connect() {
        disconnect();
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (key != null) {
            request.header("X-API-Key", key);
        }
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        Lines lines = new Lines();
        open = lines;
        client.sendAsync(request.build(), answer -> {
                    if (answer.statusCode() != 200) {
                        refused.incrementAndGet();
                    }
                    return HttpResponse.BodySubscribers.fromLineSubscriber(lines);
                })
                .exceptionally(failure -> {
                    lines.end(failure.toString());
                    return null;
                });
        return this;
    }

    /** Cuts the connection in the midst of whatever is on the way. */
    public void disconnect() {
        Lines lines = open;
        open = null;
        if (lines != null) {
            lines.cancel();
        }
    }

    /** Comes back if the server, or the way to it, has ended the stream. */
    public void reconnectIfOver() {
        Lines lines = open;
        if (lines == null || lines.over) {
            connect();
        }
    }

    /** The JSON last shown for the view; empty if none was. */
    public String body(String view) {
        return bodies.getOrDefault(view, "");
    }

    /** The position of the last event. */
    public String position() {
        return position;
    }

    public String lastEventId() {
        return lastEventId;
    }

    /** Why the server said that it ends the stream; empty if it did not. */
    public String ended() {
        return ended;
    }

    public int resyncs() {
        return resyncs.get();
    }

    /** How the last connection ended that ended by itself. */
    public String lastEnd() {
        return lastEnd;
    }

    /** How often it was answered with something else than a stream. */
    public int refused() {
        return refused.get();
    }

    public boolean isOver() {
        Lines lines = open;
        return lines == null || lines.over;
    }

    @Override
    public void close() {
        disconnect();
    }

    private void event(String name, String data, String id) {
        switch (name) {
            case "view" -> {
                bodies.put(text(data, "\"view\":\""), data.substring(data.indexOf("\"body\":") + 7, data.length() - 1));
                position = text(data, "\"position\":\"");
            }
            case "progress" -> position = text(data, "\"position\":\"");
            case "resync" -> resyncs.incrementAndGet();
            case "end" -> ended = text(data, "\"reason\":\"");
            default -> {}
        }
        if (!id.isEmpty()) {
            lastEventId = id;
        }
    }

    private static String text(String data, String after) {
        int from = data.indexOf(after);
        return from < 0 ? "" : data.substring(from + after.length(), data.indexOf('"', from + after.length()));
    }

    /** Lines of one connection. A line that the cut left incomplete belongs to no event. */
    private final class Lines implements Flow.Subscriber<String> {
        private String name = "";
        private String data = "";
        private String id = "";
        private volatile boolean over;
        private Flow.@Nullable Subscription subscription; // guarded by this
        private boolean cancelled; // guarded by this

        private synchronized void cancel() {
            cancelled = true;
            over = true;
            if (subscription != null) {
                subscription.cancel();
            }
        }

        @Override
        public synchronized void onSubscribe(Flow.Subscription given) {
            subscription = given;
            if (cancelled) {
                given.cancel();
            } else {
                given.request(Long.MAX_VALUE);
            }
        }

        @Override
        public synchronized void onNext(String line) {
            if (cancelled) {
                return;
            }
            if (line.isEmpty()) {
                event(name, data, id);
                name = "";
                data = "";
                id = "";
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            }
        }

        private void end(String how) {
            over = true;
            lastEnd = how;
        }

        @Override
        public void onError(Throwable failure) {
            end(failure.toString());
        }

        @Override
        public void onComplete() {
            end("the server ended it");
        }
    }
}
