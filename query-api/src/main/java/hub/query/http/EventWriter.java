package hub.query.http;

import hub.query.stream.Reader;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Writes a stream. The next bytes are asked for only when the last ones have left this process, and the kernel keeps
 * little for the connection, so a reader who is slow finds the latest state and not a queue.
 */
final class EventWriter {

    /** Left to the kernel, it would grow to megabytes: that many old states. */
    private static final int KERNEL_BYTES = 64 * 1024;

    private EventWriter() {}

    static Publisher<Void> write(Reader reader, String method, HttpServerResponse response) {
        response.header(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED)
                .withConnection(connection -> {
                    Channel channel = connection.channel();
                    channel.config().setOption(ChannelOption.SO_SNDBUF, KERNEL_BYTES);
                    reader.onCut(channel::close);
                });
        Mono<Void> events = method.equals(HttpMethod.HEAD.name())
                ? Mono.empty()
                : one(reader, response).expand(written -> one(reader, response)).then();
        return response.sendHeaders().then(events.doFinally(end -> reader.close()));
    }

    /** Empty when the stream is over. */
    private static Mono<Boolean> one(Reader reader, HttpServerResponse response) {
        return reader.next()
                .flatMap(parts -> Mono.from(response.send(Flux.just(together(parts)), flush -> true))
                        .thenReturn(true));
    }

    private static ByteBuf together(List<byte[]> parts) {
        return Unpooled.wrappedBuffer(parts.stream().map(OffHeap::of).toArray(ByteBuf[]::new));
    }
}
