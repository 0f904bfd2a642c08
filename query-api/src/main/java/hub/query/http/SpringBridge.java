package hub.query.http;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** Requests and replies over Spring's HTTP types. */
final class SpringBridge {

    private static final int MAX_BODY = 64 * 1024;

    private SpringBridge() {}

    static Request request(ServerHttpRequest request) {
        return new Request() {
            @Override
            public String path() {
                return request.getURI().getRawPath();
            }

            @Override
            public String query() {
                String query = request.getURI().getRawQuery();
                return query == null ? "" : query;
            }

            @Override
            public @Nullable String header(String name) {
                return request.getHeaders().getFirst(name);
            }

            @Override
            public Mono<byte[]> body() {
                return DataBufferUtils.join(request.getBody(), MAX_BODY)
                        .map(SpringBridge::bytes)
                        .defaultIfEmpty(new byte[0])
                        .onErrorMap(
                                DataBufferLimitException.class,
                                e -> Problem.of(ProblemType.BODY_TOO_LARGE, "At most " + MAX_BODY + " bytes")
                                        .refusal());
            }
        };
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    static Mono<Void> write(Reply reply, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(reply.status().code()));
        reply.headers().forEach(header -> response.getHeaders().set(header.getKey(), header.getValue()));
        return switch (reply.body()) {
            case Reply.Body.None none -> response.setComplete();
            case Reply.Body.Bytes(byte[] bytes) -> {
                response.getHeaders().setContentLength(bytes.length);
                yield response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
            }
            case Reply.Body.Chunks(var chunks) ->
                response.writeAndFlushWith(
                        chunks.map(chunk -> Mono.just(response.bufferFactory().wrap(chunk))));
        };
    }
}
