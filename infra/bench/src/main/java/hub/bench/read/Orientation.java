package hub.bench.read;

import hub.bench.compare.PlanStatement;
import hub.bench.stage.Stage;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.StoreServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.LongAdder;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** What the same answer costs elsewhere. */
record Orientation(Stage stage, SourceDatabase database, double seconds) {

    private static final String KEY = "bench:same-bytes";
    private static final int UNDER_WAY = 128;

    /** Redis {@code GET}s of {@code bytes} per second, over one connection with 128 under way. */
    double redisGets(byte[] bytes) {
        StoreServer store = stage.servers().store();
        RedisClient client = RedisClient.create(RedisURI.create(store.host(), store.port()));
        try (StatefulRedisConnection<String, byte[]> connection =
                client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))) {
            connection.sync().set(KEY, bytes);
            double rate = perSecond(connection.reactive().get(KEY), UNDER_WAY);
            connection.sync().del(KEY);
            return rate;
        } finally {
            StoreServer.end(client);
        }
    }

    /** The plan's statements per second, one for each core under way: with more they only wait for each other. */
    double statements(LocalDate day) {
        try (PlanStatement statement = new PlanStatement(stage.mysql(database), day)) {
            statement.run().block();
            return perSecond(statement.run(), Runtime.getRuntime().availableProcessors());
        }
    }

    private double perSecond(Publisher<byte[]> one, int underWay) {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        Flux.range(0, Integer.MAX_VALUE)
                .flatMap(i -> one, underWay)
                .doOnNext(body -> done.increment())
                .take(Duration.ofMillis((long) (seconds * 1_000)))
                .blockLast();
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }
}
