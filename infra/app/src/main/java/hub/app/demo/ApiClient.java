package hub.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API as a dashboard does. */
final class ApiClient {

    static final String LEADERBOARD = "/api/dashboard/leaderboard";
    static final String PIPELINE = "/api/ops/pipeline";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String url;
    private final String key;

    ApiClient(String url, String key) {
        this.url = url;
        this.key = key;
    }

    /** @param status the HTTP status; 0 if there was no answer */
    record Answer(int status, String text, JsonNode body) {
        boolean ok() {
            return status == 200;
        }
    }

    Answer get(String path) throws InterruptedException {
        Answer answer = text(path);
        try {
            return new Answer(answer.status(), answer.text(), JSON.readTree(answer.text()));
        } catch (JacksonException e) {
            return new Answer(0, e.toString(), JSON.missingNode());
        }
    }

    /** As {@link #get}, of something that need not be JSON. */
    Answer text(String path) throws InterruptedException {
        return send(request(path));
    }

    Answer post(String path) throws InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT).header("X-API-Key", key);
    }

    private Answer send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), JSON.missingNode());
        } catch (IOException e) {
            return new Answer(0, e.toString(), JSON.missingNode());
        }
    }
}
