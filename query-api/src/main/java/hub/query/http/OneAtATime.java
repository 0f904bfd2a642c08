package hub.query.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import reactor.netty.channel.ChannelOperations;

/**
 * Hands the requests of a connection on one after the other: the next when the exchange before is over. Reactor Netty
 * keeps early ones itself, but forgets them if one of them says {@code Connection: close}: it was read while the exchange
 * before had been answered and not yet put away, and was never answered. Goes before its traffic handler.
 */
final class OneAtATime extends ChannelDuplexHandler {

    private final Queue<Object> waiting = new ArrayDeque<>();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (waiting.isEmpty() && !mustWait(ctx, msg)) {
            ctx.fireChannelRead(msg);
        } else {
            waiting.add(msg);
        }
    }

    /** Whoever wants to read gets what waits. Nothing more is taken from the network until it is handed on. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        if (waiting.isEmpty()) {
            ctx.read();
        } else {
            // Not now: the exchange that asks is only just being put away.
            ctx.executor().execute(() -> handOn(ctx));
        }
    }

    private void handOn(ChannelHandlerContext ctx) {
        if (ctx.isRemoved()) {
            return;
        }
        if (waiting.isEmpty()) {
            ctx.read();
            return;
        }
        boolean some = false;
        for (Object next = waiting.peek(); next != null && !mustWait(ctx, next); next = waiting.peek()) {
            waiting.remove();
            ctx.fireChannelRead(next);
            some = true;
        }
        if (some) {
            ctx.fireChannelReadComplete();
        }
    }

    private static boolean mustWait(ChannelHandlerContext ctx, Object msg) {
        return msg instanceof HttpRequest && ChannelOperations.get(ctx.channel()) != null;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
