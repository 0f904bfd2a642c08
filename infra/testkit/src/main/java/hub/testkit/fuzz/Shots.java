package hub.testkit.fuzz;

import hub.query.http.Parameter;
import hub.query.http.Route;
import hub.query.http.Schema;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes requests: most of them almost right, since those go furthest. Not for several threads. */
final class Shots {

    private static final String OTHER_KEY = "X-Api-Key: ";
    private static final String PREFLIGHT = "OPTIONS";

    private static final List<String> METHODS =
            List.of("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "HEAD", PREFLIGHT, "get", "G", "BREW", "POST", "GET");

    /** Less than what the service takes: who sends more is answered and cut off. */
    private static final int MOST_HEAD = 7_000;

    private static final int MOST_TARGET = 3_500;
    private static final int MOST_BODY = 60_000;

    private final RandomGenerator random;
    private final List<Route> routes;
    private final List<String> views;
    private final String key;
    private final Texts texts;
    private volatile String position = "";

    Shots(RandomGenerator random, List<Route> routes, String key, Texts texts) {
        this.random = random;
        this.routes = routes;
        this.key = key;
        this.texts = texts;
        this.views = routes.stream().map(Route::name).toList();
    }

    /** A position that an answer has printed. */
    void seen(String newPosition) {
        position = newPosition;
    }

    Shot next() {
        return oneIn(40) ? broken() : request();
    }

    private Shot request() {
        Route route = texts.oneOf(routes);
        boolean keyed = !oneIn(6);
        String method = oneIn(20) ? texts.oneOf(METHODS) : route.method().name();
        String path = path(route);
        boolean exact = path != null;
        String target = exact ? path + query(route) : strange(route);
        byte[] body = method.equals("POST") ? body() : oneIn(60) ? body() : new byte[0];
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: hub\r\n");
        if (keyed) {
            head.append("X-API-Key: ").append(key).append("\r\n");
        } else if (oneIn(2)) {
            head.append("X-API-Key: ").append(wrongKey()).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Type: ")
                    .append(oneIn(10) ? "text/plain" : "application/json")
                    .append("\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            head.append(header());
        }
        head.append("\r\n");
        return new Shot(
                joined(head.toString(), body),
                !exact ? "(no route)" : method.equals(PREFLIGHT) ? "(preflight)" : route.name(),
                keyed && head.indexOf(OTHER_KEY) < 0,
                true,
                ends(head.toString(), target, body),
                method.equals("HEAD"));
    }

    private static boolean ends(String head, String target, byte[] body) {
        return head.contains("Connection: close")
                || head.contains("\u0001")
                || head.length() > MOST_HEAD
                || target.length() > MOST_TARGET
                || body.length > MOST_BODY;
    }

    private String wrongKey() {
        return switch (random.nextInt(4)) {
            case 0 -> key + "x";
            case 1 -> key.substring(0, key.length() - 1);
            case 2 -> "hub_" + random.nextInt(1_000_000) + "_secret";
            default -> "k".repeat(random.nextInt(500));
        };
    }

    /** Null for one that must be strange. */
    private @Nullable String path(Route route) {
        if (oneIn(12)) {
            return null;
        }
        String path = route.path().text();
        for (Parameter<?> parameter : route.parameters()) {
            if (parameter.in() == Parameter.In.PATH) {
                String text = oneIn(5)
                        ? texts.hostile().replace("/", "").replace("?", "").replace("#", "")
                        : parameter.schema().type() == Schema.Type.INTEGER
                                ? "" + (1 + random.nextInt(14))
                                : parameter.example();
                path = path.replace("{" + parameter.name() + "}", text);
            }
        }
        return path;
    }

    private String strange(Route route) {
        String path = route.path().text();
        return switch (random.nextInt(9)) {
            case 0 -> path.toUpperCase(Locale.ROOT);
            case 1 -> path + "/";
            case 2 -> path.replace("/", "//");
            case 3 -> path.replace("/dashboard", "/dashboard/../dashboard");
            case 4 -> path.replace("a", "%61");
            case 5 -> path + ";jsessionid=1";
            case 6 -> "/api/" + texts.hostile();
            case 7 -> "http://elsewhere" + path;
            default -> "/" + texts.hostile();
        };
    }

    private String query(Route route) {
        List<String> pairs = new ArrayList<>();
        for (Parameter<?> parameter : route.parameters()) {
            if (parameter.in() == Parameter.In.QUERY && (parameter.required() ? !oneIn(15) : !oneIn(3))) {
                for (int i = oneIn(25) ? 2 : 1; i > 0; i--) {
                    pairs.add(parameter.name() + "=" + value(parameter));
                }
            }
        }
        if (oneIn(10)) {
            pairs.add("utc_start=" + texts.hostile());
        }
        if (oneIn(20)) {
            pairs.add(texts.hostile().replace("#", ""));
        }
        return pairs.isEmpty() && !oneIn(20) ? "" : "?" + String.join("&", pairs);
    }

    private String value(Parameter<?> parameter) {
        if (oneIn(6)) {
            return texts.hostile();
        }
        if (parameter.name().equals("views")) {
            return texts.oneOf(views) + "," + texts.oneOf(views);
        }
        Schema schema = parameter.schema();
        if (!schema.values().isEmpty()) {
            return texts.oneOf(schema.values());
        }
        return switch (schema.type()) {
            case INTEGER -> "" + (1 + random.nextInt(oneIn(3) ? 400 : 30));
            default ->
                schema.format() != null
                        ? oneIn(10) ? texts.anyDay() : texts.day()
                        : oneIn(2) ? parameter.example() : texts.hostile();
        };
    }

    private String header() {
        return switch (random.nextInt(16)) {
            case 0 ->
                "If-None-Match: " + texts.oneOf(List.of("*", "\"abc\"", "W/\"x\", \"y\"", "x", ",", "\"")) + "\r\n";
            case 1 -> "Hub-Read-After: " + wanted() + "\r\n" + (oneIn(2) ? "Prefer: wait=0\r\n" : "");
            case 2 ->
                "Prefer: " + texts.oneOf(List.of("wait=0", "wait=-1", "wait=x", "respond-async, wait=1", ";;", "wait"))
                        + "\r\n";
            case 3 -> "Last-Event-ID: " + texts.hostile() + "\r\n";
            case 4 -> "X-Request-Id: " + texts.hostile() + "\r\n";
            case 5 -> "Origin: https://" + texts.hostile() + "\r\nAccess-Control-Request-Method: GET\r\n";
            case 6 -> "Accept-Encoding: gzip, br;q=1.0, *;q=0\r\n";
            case 7 -> "Accept: " + texts.oneOf(List.of("*/*", "text/event-stream", "x", "application/xml")) + "\r\n";
            case 8 -> "Range: bytes=0-5,3-,-1\r\n";
            case 9 -> "Cookie: " + texts.hostile() + "\r\n";
            case 10 -> "X-Forwarded-For: " + texts.hostile() + "\r\n";
            case 11 -> "Connection: " + (oneIn(3) ? "close" : "keep-alive") + "\r\n";
            case 12 -> "X-Long: " + "y".repeat(random.nextInt(oneIn(10) ? 12_000 : 1_000)) + "\r\n";
            case 13 -> "Host: " + texts.hostile() + "\r\n";
            case 14 -> OTHER_KEY + wrongKey() + "\r\n";
            default -> "Accept-Language: ü\u0001\r\n";
        };
    }

    /** Never one that may lie in the future: what is not contained yet is rightly answered with 503. */
    private String wanted() {
        return oneIn(2) && !position.isEmpty()
                ? position
                : texts.oneOf(List.of(
                        "x", "0-1", "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5", "mysql-gtid:", ":", "0-0-0", "-1"));
    }

    private byte[] body() {
        if (oneIn(8)) {
            return texts.bytes(random.nextInt(300));
        }
        if (oneIn(12)) {
            return "[".repeat(random.nextInt(5_000)).getBytes(StandardCharsets.US_ASCII);
        }
        if (oneIn(200)) {
            return texts.bytes(70_000);
        }
        StringBuilder items = new StringBuilder();
        int count = oneIn(15) ? 25 : 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            items.append(i == 0 ? "" : ",").append(item());
        }
        String text = "{\"items\":[" + items + "]}";
        return (oneIn(15) ? text.substring(0, random.nextInt(text.length())) : text).getBytes(StandardCharsets.UTF_8);
    }

    private String item() {
        Route route = texts.oneOf(routes);
        StringBuilder parameters = new StringBuilder();
        for (Parameter<?> parameter : route.parameters()) {
            if (parameter.required() || oneIn(2)) {
                String value = parameter.in() == Parameter.In.PATH ? "" + random.nextInt(14) : value(parameter);
                parameters
                        .append(parameters.isEmpty() ? "" : ",")
                        .append('"')
                        .append(parameter.name())
                        .append("\":")
                        .append(
                                oneIn(10)
                                        ? texts.oneOf(List.of("7", "null", "[]", "{}", "1.5", "true"))
                                        : quoted(value));
            }
        }
        return "{\"view\":" + quoted(oneIn(12) ? texts.hostile() : route.name()) + ",\"parameters\":{" + parameters
                + "}}";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Not HTTP, or only almost. */
    private Shot broken() {
        String target = "GET /api/dashboard/leaderboard HTTP/1.1\r\nHost: hub\r\nX-API-Key: " + key + "\r\n";
        String post = "POST /api/dashboard/batch HTTP/1.1\r\nHost: hub\r\nX-API-Key: " + key
                + "\r\nContent-Type: application/json\r\n";
        byte[] bytes = switch (random.nextInt(16)) {
            case 0 -> texts.bytes(1 + random.nextInt(400));
            case 1 -> ascii("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            case 2 -> new byte[] {0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, (byte) 0xfc, 0x03, 0x03};
            case 3 -> ascii("GET /api/dashboard/leaderboard\r\n\r\n");
            case 4 -> ascii(target + "Content-Length: -5\r\n\r\n");
            case 5 -> ascii(target + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
            case 6 -> ascii(post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx\r\n0\r\n\r\n");
            case 7 -> ascii(post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n5\r\n{\"a\":\r\n0\r\n\r\n");
            case 8 -> ascii(post + "Transfer-Encoding: gzip, chunked, x\r\n\r\n");
            case 9 -> ascii(target + " folded: yes\r\nNo-Colon\r\n\r\n");
            case 10 -> ascii(target + "X\u0000Y: z\r\n\r\n");
            case 11 -> ascii("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: hub\r\n\r\n");
            case 12 -> ascii(target.replace("HTTP/1.1", "HTTP/9.9") + "\r\n");
            case 13 -> ascii(post + "Content-Length: 500\r\nExpect: 100-continue\r\n\r\n");
            case 14 ->
                ascii(
                        target
                                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\n");
            default -> mutated(ascii(target + "\r\n"));
        };
        return new Shot(bytes, "(broken)", true, false, true, false);
    }

    private byte[] mutated(byte[] bytes) {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(String head, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii(head));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
