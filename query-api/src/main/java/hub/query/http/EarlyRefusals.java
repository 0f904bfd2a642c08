package hub.query.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Says why in what Reactor Netty refuses before anything of ours sees the request: a line or headers that are too long or
 * cannot be read. By itself it answers a bare status. Whatever says something already passes as it is.
 */
final class EarlyRefusals extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        ctx.write(msg instanceof FullHttpResponse bare && isBare(bare) ? told(bare) : msg, promise);
    }

    private static boolean isBare(FullHttpResponse response) {
        return response.status().code() >= 400
                && !response.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static HttpResponse told(FullHttpResponse bare) {
        Problem problem = problem(bare.status().code());
        if (problem == null) {
            return bare;
        }
        byte[] body = problem.body();
        FullHttpResponse told = bare.replace(Unpooled.wrappedBuffer(body));
        bare.release();
        told.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(Api.CONTENT_TYPE_OPTIONS, Api.NOSNIFF)
                .set("Hub-Request-Id", RequestId.of(null))
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return told;
    }

    private static @Nullable Problem problem(int status) {
        return switch (status) {
            case 400 -> Problem.of(ProblemType.UNREADABLE_REQUEST, "What was sent is no HTTP/1.1 request");
            case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE, null);
            case 414 ->
                Problem.of(ProblemType.URI_TOO_LONG, "The request line is too long: ask for less, or in a batch");
            case 431 -> Problem.of(ProblemType.HEADERS_TOO_LARGE, "The headers are too large: send fewer");
            default -> null;
        };
    }
}
