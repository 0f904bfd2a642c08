package hub.query.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream as a caller sees it over HTTP, read event by event. */
final class Watcher implements AutoCloseable {

    /** @param name {@code comment} for a comment */
    record Event(String name, JsonNode data, String id) {

        int number() {
            return data.path("body").path("the_number").asInt(-1);
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    Watcher(int port, String pathAndQuery, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery));
        headers.forEach(request::header);
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    int status() {
        return response.statusCode();
    }

    HttpHeaders headers() {
        return response.headers();
    }

    /** The whole body, of an answer that ends. */
    JsonNode body() {
        return JsonMapper.shared().readTree(lines);
    }

    /** The next event that is neither a comment nor a lone retry; fails at the end of the stream. */
    Event next() {
        return read().orElseThrow(() -> new AssertionError("the stream ended"));
    }

    /** Whether the stream ends without another event. */
    boolean ends() {
        return read().isEmpty();
    }

    private Optional<Event> read() {
        String name = "message";
        String data = "";
        String id = "";
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    return Optional.of(new Event(name, JsonMapper.shared().readTree(data), id));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until a view shows {@code number}. */
    Event awaitNumber(int number) {
        Event event = next();
        while (event.number() != number) {
            event = next();
        }
        return event;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        client.close();
    }
}
