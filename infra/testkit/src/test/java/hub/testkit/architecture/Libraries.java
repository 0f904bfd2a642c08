package hub.testkit.architecture;

import java.util.stream.Stream;

/** Package patterns of what a module may be blind to. */
final class Libraries {

    static final String[] NONE = {};
    static final String[] REDIS = {"io.lettuce..", "redis.clients..", "org.springframework.data.redis.."};
    static final String[] WEB = {
        "org.springframework.web..",
        "org.springframework.http..",
        "reactor.netty.http..",
        "io.netty.handler.codec.http.."
    };

    private Libraries() {}

    static String[] plus(String[] some, String[] others) {
        return Stream.of(some, others).flatMap(Stream::of).toArray(String[]::new);
    }
}
