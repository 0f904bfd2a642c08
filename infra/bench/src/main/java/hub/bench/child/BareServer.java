package hub.bench.child;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The floor of every read: Reactor Netty, and a handler that returns ready bytes. {@code /0} is the first file's bytes,
 * {@code /1} the second's, and so on; an empty file stands for a 304 without a body.
 */
public final class BareServer {

    private BareServer() {}

    /** Arguments: the port, then the files. */
    public static void main(String[] arguments) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            bodies.add(Files.readAllBytes(Path.of(arguments[i])));
        }
        byte[][] all = bodies.toArray(byte[][]::new);
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .handle((request, response) -> answer(all, request, response))
                .bindNow()
                .onDispose()
                .block();
    }

    private static Publisher<Void> answer(byte[][] all, HttpServerRequest request, HttpServerResponse response) {
        byte[] body = all[request.uri().charAt(1) - '0'];
        if (body.length == 0) {
            return response.status(HttpResponseStatus.NOT_MODIFIED).send();
        }
        return response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length))
                .sendByteArray(Mono.just(body));
    }
}
