package hub.query.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * How long and how many: bounds what a caller who is slow or many can hold. Sizes of the request line and the headers are
 * settings of Spring Boot's ({@code server.*}).
 *
 * @param head for one request's line and headers, from its first byte
 * @param body for a whole body, from the end of its headers
 * @param answer for a whole answer to be taken, from when it is ready; not for streams
 * @param connections open at one time; more are closed at once
 */
public record NettyLimits(Duration head, Duration body, Duration answer, int connections) {

    /** The same server, bounded. */
    public HttpServer on(HttpServer server) {
        AtomicInteger open = new AtomicInteger();
        return server.doOnChannelInit((observer, channel, remote) -> {
            if (channel.pipeline().get(NettyPipeline.HttpCodec) == null) {
                return; // the listening socket
            }
            HeadDeadline deadline = new HeadDeadline(head);
            channel.pipeline()
                    .addFirst("hub.connections", new ConnectionLimit(open, connections))
                    .addBefore(NettyPipeline.HttpCodec, "hub.head-bytes", deadline.bytes())
                    .addAfter(NettyPipeline.HttpCodec, "hub.heads", deadline.heads())
                    .addAfter(NettyPipeline.HttpCodec, "hub.bodies", new BodyDeadline(body))
                    .addAfter(NettyPipeline.HttpCodec, "hub.answers", new AnswerDeadline(answer))
                    .addBefore(NettyPipeline.HttpTrafficHandler, "hub.turns", new OneAtATime())
                    .addBefore(NettyPipeline.HttpTrafficHandler, "hub.refusals", new EarlyRefusals());
        });
    }
}
