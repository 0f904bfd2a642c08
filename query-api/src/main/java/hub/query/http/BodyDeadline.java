package hub.query.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request body takes too long to arrive. A request without one, as almost all are, costs
 * nothing; Reactor Netty's own timeouts change the pipeline twice and set two timers for each.
 */
final class BodyDeadline extends ChannelInboundHandlerAdapter {

    private final Duration longest;
    private @Nullable Future<?> deadline;

    BodyDeadline(Duration longest) {
        this.longest = longest;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof HttpRequest request && announcesBody(request)) {
            reached();
            deadline = ctx.executor()
                    .schedule(
                            () -> {
                                ctx.close();
                            },
                            longest.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        if (msg instanceof LastHttpContent) {
            reached();
        }
        ctx.fireChannelRead(msg);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        reached();
        ctx.fireChannelInactive();
    }

    private static boolean announcesBody(HttpRequest request) {
        return request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private void reached() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
