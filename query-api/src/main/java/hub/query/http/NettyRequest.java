package hub.query.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerRequest;

/** A request as Reactor Netty has it. */
final class NettyRequest implements Request {

    /** Bounds what a caller can make us keep. */
    static final int MAX_BODY = 64 * 1024;

    /** What may stand in several lines, which are one list (RFC 9110, 5.3). */
    private static final Set<String> LISTS = Set.of("Accept-Encoding", "If-None-Match", "Prefer");

    /** Nobody will read it: the caller has gone in the middle of his own body. */
    private static final Problem CUT_OFF = Problem.of(ProblemType.INVALID_BODY, "The body was cut off");

    private final HttpServerRequest request;
    private final String uri;
    private final int question;
    private @Nullable String id;

    NettyRequest(HttpServerRequest request) {
        this.request = request;
        this.uri = request.uri();
        this.question = uri.indexOf('?');
    }

    @Override
    public String method() {
        return request.method().name();
    }

    @Override
    public String path() {
        return question < 0 ? uri : uri.substring(0, question);
    }

    @Override
    public String query() {
        return question < 0 ? "" : uri.substring(question + 1);
    }

    @Override
    public @Nullable String header(String name) {
        HttpHeaders headers = request.requestHeaders();
        return LISTS.contains(name) && headers.contains(name)
                ? String.join(", ", headers.getAll(name))
                : headers.get(name);
    }

    @Override
    public @Nullable InetAddress address() {
        InetSocketAddress remote = request.remoteAddress();
        return remote == null ? null : remote.getAddress();
    }

    @Override
    public String id() {
        String known = id;
        if (known == null) {
            known = RequestId.of(header("X-Request-Id"));
            id = known;
        }
        return known;
    }

    @Override
    public Mono<byte[]> body() {
        return request.receive()
                .asByteArray()
                .collect(ByteArrayOutputStream::new, NettyRequest::append)
                .map(ByteArrayOutputStream::toByteArray)
                .onErrorMap(AbortedException.class, gone -> CUT_OFF.refusal());
    }

    private static void append(ByteArrayOutputStream body, byte[] more) {
        if (body.size() + more.length > MAX_BODY) {
            throw Problem.of(ProblemType.BODY_TOO_LARGE, "A body has at most " + MAX_BODY + " bytes")
                    .header("Connection", "close")
                    .refusal();
        }
        body.writeBytes(more);
    }
}
