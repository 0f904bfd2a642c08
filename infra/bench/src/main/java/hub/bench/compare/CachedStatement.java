package hub.bench.compare;

import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * A server that answers with the plan's statement, cached in Redis for 15 seconds: {@code /cached}. {@code /direct} asks
 * MySQL each time.
 */
public final class CachedStatement {

    /** The plan's time to live of a leaderboard. */
    static final long SECONDS = 15;

    static final String KEY = "bench:plan:leaderboard";

    private CachedStatement() {}

    /** The arguments of {@link #main}. */
    static List<String> arguments(int port, MysqlSettings source, String redisHost, int redisPort, LocalDate day) {
        return List.of(
                Integer.toString(port),
                source.host(),
                Integer.toString(source.port()),
                source.database(),
                source.username(),
                source.password(),
                source.sslMode().name(),
                redisHost,
                Integer.toString(redisPort),
                day.toString());
    }

    public static void main(String[] a) {
        MysqlSettings source = new MysqlSettings(a[1], Integer.parseInt(a[2]), a[3], a[4], a[5], SslMode.valueOf(a[6]));
        PlanStatement statement = new PlanStatement(source, LocalDate.parse(a[9]));
        RedisReactiveCommands<String, byte[]> redis = RedisClient.create(RedisURI.create(a[7], Integer.parseInt(a[8])))
                .connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))
                .reactive();
        Mono<byte[]> cached = redis.get(KEY)
                .switchIfEmpty(Mono.defer(() -> statement
                        .run()
                        .flatMap(body -> redis.setex(KEY, SECONDS, body).thenReturn(body))));
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(a[0]))
                .handle((request, response) -> (request.uri().equals("/direct") ? statement.run() : cached)
                        .flatMap(body -> response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
                                .header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length))
                                .sendByteArray(Mono.just(body))
                                .then()))
                .bindNow()
                .onDispose()
                .block();
    }
}
