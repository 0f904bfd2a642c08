package hub.query.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request line and headers take too long from their first byte: an idle timeout starts anew with
 * each byte, so whoever sends one now and then (slowloris) would never meet it. Both handlers run on the channel's own
 * event loop.
 */
final class HeadDeadline {

    private final Duration longest;
    private int running;
    private long complete;
    private @Nullable Future<?> deadline;

    HeadDeadline(Duration longest) {
        this.longest = longest;
    }

    /** Goes before the codec: sees bytes. */
    ChannelHandler bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object msg) {
                long before = complete;
                ctx.fireChannelRead(msg);
                // Most heads come in one piece: only for the others is a timer set.
                if (complete == before
                        && running == 0
                        && deadline == null
                        && ctx.channel().isActive()) {
                    deadline = ctx.executor()
                            .schedule(
                                    () -> {
                                        ctx.close();
                                    },
                                    longest.toMillis(),
                                    TimeUnit.MILLISECONDS);
                }
            }

            @Override
            public void channelInactive(ChannelHandlerContext ctx) {
                reached();
                ctx.fireChannelInactive();
            }
        };
    }

    /** Goes after the codec: sees requests, and the ends of responses. */
    ChannelHandler heads() {
        return new ChannelDuplexHandler() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object msg) {
                if (msg instanceof HttpRequest) {
                    running++;
                    complete++;
                    reached();
                }
                ctx.fireChannelRead(msg);
            }

            @Override
            public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
                if (msg instanceof LastHttpContent && running > 0) {
                    running--;
                }
                ctx.write(msg, promise);
            }
        };
    }

    private void reached() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
