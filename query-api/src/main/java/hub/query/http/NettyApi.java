package hub.query.http;

import hub.query.hot.Ready;
import hub.query.stream.Reader;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The {@link Api} on Reactor Netty itself: Spring's adapters would parse each URI twice and wrap each header, which costs
 * more than finding the answer.
 */
public final class NettyApi implements BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {

    private final Api api;

    public NettyApi(Api api) {
        this.api = api;
    }

    /** Whether the request is for the API. */
    public static boolean isFor(HttpServerRequest request) {
        return request.uri().startsWith(Api.PREFIX);
    }

    @Override
    public Publisher<Void> apply(HttpServerRequest request, HttpServerResponse response) {
        NettyRequest asked = new NettyRequest(request);
        Mono<Reply> reply = api.answer(asked);
        Reply ready = Ready.of(reply);
        return ready == null
                ? reply.flatMap(later -> Mono.from(write(later, asked, response)))
                : write(ready, asked, response);
    }

    /** Refuses what is for none of the routes, as a route would. */
    public static Publisher<Void> refuse(Problem problem, HttpServerRequest request, HttpServerResponse response) {
        Reply reply = Reply.of(problem);
        byte[] body = problem.body();
        response.status(reply.status())
                .responseHeaders()
                .set(reply.headers())
                .set(Api.CONTENT_TYPE_OPTIONS, Api.NOSNIFF)
                .set("Hub-Request-Id", new NettyRequest(request).id())
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return response.sendObject(Unpooled.wrappedBuffer(body));
    }

    private Publisher<Void> write(Reply reply, Request request, HttpServerResponse response) {
        HttpHeaders headers = response.status(reply.status()).responseHeaders();
        headers.set(reply.headers());
        api.mark(request, reply, headers);
        return switch (reply.body()) {
            case Reply.Body.None none -> response.send();
            case Reply.Body.Bytes(byte[] bytes) -> {
                headers.setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
                yield response.sendObject(OffHeap.of(bytes));
            }
            case Reply.Body.Events(Reader reader) -> EventWriter.write(reader, request.method(), response);
        };
    }
}
