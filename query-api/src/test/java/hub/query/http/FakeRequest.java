package hub.query.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A request without a transport. */
public record FakeRequest(
        String method,
        String uri,
        Map<String, String> headers,
        String text,
        @Nullable InetAddress address) implements Request {

    public static FakeRequest of(String method, String uri) {
        return new FakeRequest(method, uri, Map.of(), "", null);
    }

    public FakeRequest with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new FakeRequest(method, uri, more, text, address);
    }

    public FakeRequest body(String other) {
        return new FakeRequest(method, uri, headers, other, address);
    }

    public FakeRequest from(InetAddress other) {
        return new FakeRequest(method, uri, headers, text, other);
    }

    @Override
    public String path() {
        return uri.split("\\?", 2)[0];
    }

    @Override
    public String query() {
        String[] parts = uri.split("\\?", 2);
        return parts.length == 1 ? "" : parts[1];
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public Mono<byte[]> body() {
        return Mono.just(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String id() {
        return RequestId.of(header("X-Request-Id"));
    }
}
