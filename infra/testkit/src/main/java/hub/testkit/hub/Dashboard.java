package hub.testkit.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A dashboard as the service sees it: one HTTP client with one key. */
public final class Dashboard {

    /** Generous, since two cores may be shared by many; reached only by a test that fails. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final @Nullable String key;
    private final Duration patience;

    public Dashboard(URI base, @Nullable String key) {
        this(base, key, PATIENCE);
    }

    /** @param patience for how long {@link #awaitThat} asks */
    Dashboard(URI base, @Nullable String key, Duration patience) {
        this.base = base;
        this.key = key;
        this.patience = patience;
    }

    /** The same service, asked with another key or, if that is null, with none. */
    public Dashboard withKey(@Nullable String otherKey) {
        return new Dashboard(base, otherKey, patience);
    }

    /** The same service, asked for no longer than {@code atMost} by {@link #awaitThat(Supplier, Consumer)}. */
    public Dashboard withPatience(Duration atMost) {
        return new Dashboard(base, key, atMost);
    }

    public Reply leaderboard(LocalDate day) {
        return get("/api/dashboard/leaderboard?date=" + day);
    }

    public Reply departments(LocalDate day) {
        return get("/api/dashboard/departments/stats?date=" + day);
    }

    public Reply heatmap(LocalDate day) {
        return get("/api/dashboard/analytics/hourly-heatmap?date=" + day);
    }

    /** A stream of the views, not yet connected. */
    public StreamReader stream(String query) {
        return new StreamReader(client, base.resolve("/api/dashboard/stream?" + query), key);
    }

    public Reply pipeline() {
        return get("/api/ops/pipeline");
    }

    /** @throws UncheckedIOException if the service does not answer at all */
    public Reply get(String pathAndQuery) {
        return send(pathAndQuery, HttpRequest.Builder::GET);
    }

    /** With headers, names and values in turn; see {@link #get(String)}. */
    public Reply get(String pathAndQuery, String... headers) {
        return headers.length == 0
                ? get(pathAndQuery)
                : send(pathAndQuery, request -> request.GET().headers(headers));
    }

    /** Posts JSON, with headers, names and values in turn; see {@link #get(String)}. */
    public Reply postJson(String pathAndQuery, String body, String... headers) {
        return send(pathAndQuery, request -> {
            request.POST(HttpRequest.BodyPublishers.ofString(body)).setHeader("Content-Type", "application/json");
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
        });
    }

    /** Without a body; see {@link #get}. */
    public Reply post(String pathAndQuery) {
        return send(pathAndQuery, request -> request.POST(HttpRequest.BodyPublishers.noBody()));
    }

    private Reply send(String pathAndQuery, Consumer<HttpRequest.Builder> method) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(pathAndQuery)).timeout(REQUEST_TIMEOUT);
        method.accept(request);
        if (key != null) {
            request.header("X-API-Key", key);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(pathAndQuery + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + pathAndQuery, e);
        }
    }

    /** Asks until {@code assertion} holds for the reply; after the deadline its last failure is thrown. */
    public Reply awaitThat(Supplier<Reply> question, Consumer<Reply> assertion) {
        return awaitThat(patience, question, assertion);
    }

    public Reply awaitThat(Duration atMost, Supplier<Reply> question, Consumer<Reply> assertion) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                Reply reply = question.get();
                assertion.accept(reply);
                return reply;
            } catch (AssertionError | RuntimeException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
