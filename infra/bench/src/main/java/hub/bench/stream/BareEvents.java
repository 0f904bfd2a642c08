package hub.bench.stream;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The floor of pushing: Reactor Netty, and the same bytes as one event for everybody who listens at {@code /events},
 * whenever somebody asks for {@code /emit}.
 */
public final class BareEvents {

    private BareEvents() {}

    /** Arguments: the port, and the file with the body. */
    public static void main(String[] arguments) throws IOException {
        String body = Files.readString(Path.of(arguments[1]));
        byte[] event = ("id: 1\nevent: view\ndata: " + body + "\n\n").getBytes(StandardCharsets.UTF_8);
        Sinks.Many<byte[]> events = Sinks.many().multicast().directBestEffort();
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .handle((request, response) -> answer(events, event, request, response))
                .bindNow()
                .onDispose()
                .block();
    }

    private static Publisher<Void> answer(
            Sinks.Many<byte[]> events, byte[] event, HttpServerRequest request, HttpServerResponse response) {
        if (request.uri().equals("/emit")) {
            events.tryEmitNext(event);
            return response.header(HttpHeaderNames.CONTENT_LENGTH, "0").send();
        }
        return response.header(HttpHeaderNames.CONTENT_TYPE, "text/event-stream")
                .send(events.asFlux().startWith(event).map(Unpooled::wrappedBuffer), written -> true);
    }
}
