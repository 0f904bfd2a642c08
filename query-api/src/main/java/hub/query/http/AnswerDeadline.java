package hub.query.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose answer is not taken in time: whoever asks and does not read would hold it for ever. An answer
 * that leaves at once, as almost all do, costs nothing. Streams have a patience of their own.
 */
final class AnswerDeadline extends ChannelOutboundHandlerAdapter {

    private final Duration longest;
    private @Nullable ChannelFuture last;

    AnswerDeadline(Duration longest) {
        this.longest = longest;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        ChannelPromise told = msg instanceof LastHttpContent ? promise.unvoid() : promise;
        if (msg instanceof LastHttpContent) {
            last = told;
        }
        ctx.write(msg, told);
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
        ChannelFuture answer = last;
        last = null;
        if (answer != null && !answer.isDone()) {
            Future<?> deadline = ctx.executor()
                    .schedule(
                            () -> {
                                ctx.close();
                            },
                            longest.toMillis(),
                            TimeUnit.MILLISECONDS);
            answer.addListener(taken -> deadline.cancel(false));
        }
    }
}
