package hub.connecteam;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Connecteam as its API documentation describes it: pages of users (only active ones unless all are asked for), time
 * activities by user, a key. Can be told to misbehave for its next answers.
 */
final class ConnecteamStub implements AutoCloseable {

    static final String KEY = "a-key-of-the-test";
    static final String CLOCK = "90125";

    private final List<String> users = new CopyOnWriteArrayList<>();
    private final List<String> activities = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Queue<Misbehaviour> next = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private interface Misbehaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    ConnecteamStub() {
        this(server());
    }

    /** @param server bound and not started; of any kind */
    ConnecteamStub(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConnecteamSettings settings() {
        return settings("http");
    }

    ConnecteamSettings settings(String scheme) {
        return new ConnecteamSettings(
                URI.create(scheme + "://localhost:" + server.getAddress().getPort()), KEY, CLOCK);
    }

    /** @param json the fields of a user */
    ConnecteamStub user(String json) {
        users.add("{" + json + "}");
        return this;
    }

    ConnecteamStub user(long id, String first, String last, @Nullable String email, boolean archived) {
        return user(
                "\"userId\":%d,\"firstName\":\"%s\",\"lastName\":\"%s\",\"email\":%s,\"isArchived\":%s,\"customFields\":[{\"name\":\"Title\",\"value\":\"Picker\"}]"
                        .formatted(id, first, last, email == null ? "null" : "\"" + email + "\"", archived));
    }

    /** @param shifts JSON objects */
    ConnecteamStub shifts(long user, String... shifts) {
        activities.add("{\"userId\":%d,\"shifts\":[%s],\"manualBreaks\":[],\"timeOffs\":[]}"
                .formatted(user, String.join(",", shifts)));
        return this;
    }

    void forgetShifts() {
        activities.clear();
    }

    static String shift(String in, @Nullable String out) {
        String end =
                out == null ? "null" : "{\"timestamp\":%d,\"timezone\":\"America/Chicago\"}".formatted(seconds(out));
        return "{\"start\":{\"timestamp\":%d,\"timezone\":\"America/Chicago\"},\"end\":%s,\"breaks\":[]}"
                .formatted(seconds(in), end);
    }

    private static long seconds(String instant) {
        return java.time.Instant.parse(instant).getEpochSecond();
    }

    void nextAnswers(int status) {
        nextAnswers(status, "{\"error\":\"as the test wants it\"}", Map.of());
    }

    void nextAnswers(int status, String body, Map<String, String> headers) {
        next.add(exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            send(exchange, status, body);
        });
    }

    /** The next request is never answered. */
    void nextIsSlow() {
        next.add(exchange -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The next answer begins and does not end. */
    void nextStops() {
        next.add(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The next request's connection is closed without an answer. */
    void nextHangsUp() {
        next.add(exchange -> {
            throw new IOException("hung up, as the test wants it");
        });
    }

    /** Paths with queries, in the order of their arrival. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        Misbehaviour misbehaviour = next.poll();
        if (misbehaviour != null) {
            misbehaviour.answer(exchange);
        } else if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-API-KEY"))) {
            send(exchange, 401, "{\"error\":\"unauthorized\"}");
        } else if (exchange.getRequestURI().getPath().equals("/users/v1/users")) {
            send(exchange, 200, page(query(exchange)));
        } else if (exchange.getRequestURI()
                .getPath()
                .equals("/time-clock/v1/time-clocks/" + CLOCK + "/time-activities")) {
            send(exchange, 200, "{\"data\":{\"timeActivitiesByUsers\":[" + String.join(",", activities) + "]}}");
        } else {
            send(exchange, 404, "{}");
        }
    }

    private String page(Map<String, String> query) {
        int limit = Integer.parseInt(query.getOrDefault("limit", "10"));
        int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
        boolean all = "all".equals(query.get("userStatus"));
        List<String> seen = new ArrayList<>(users);
        seen.removeIf(user -> !all && user.contains("\"isArchived\":true"));
        String page = seen.stream().skip(offset).limit(limit).collect(Collectors.joining(","));
        return "{\"requestId\":\"r\",\"data\":{\"users\":[" + page + "]},\"paging\":{\"offset\":" + (offset + limit)
                + "}}";
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return java.util.Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (!exchange.getResponseHeaders().containsKey("Content-Type")) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
