package hub.testkit.store;

import hub.redis.BoardReader;
import hub.redis.RedisConnections;
import hub.redis.RedisControlPlane;
import hub.redis.RedisPreflight;
import hub.redis.RedisStore;
import hub.redis.StoreSignal;
import hub.testkit.servers.StoreServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Everything of ours that talks to Redis, and a plain client to look behind it. The server is emptied first. */
final class RedisUnderTest implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    final RedisCommands<String, String> redis;
    final RedisStore store;
    final RedisControlPlane control;
    final BoardReader reader;
    final RedisPreflight preflight;

    private final RedisClient client;
    private final RedisConnections connections;
    private final Disposable subscription;
    private final BlockingQueue<StoreSignal> signals = new LinkedBlockingQueue<>();

    RedisUnderTest(StoreServer address) {
        client = RedisClient.create();
        redis = answer(Mono.fromCompletionStage(
                        client.connectAsync(StringCodec.UTF8, RedisURI.create(address.host(), address.port()))))
                .sync();
        redis.flushall();
        connections = connections(address, Duration.ofSeconds(10));
        store = new RedisStore(connections);
        control = new RedisControlPlane(connections);
        reader = new BoardReader(connections);
        preflight = new RedisPreflight(connections);
        subscription = reader.signals().subscribe(signals::add);
        awaitResubscribed();
    }

    static RedisConnections connections(StoreServer address, Duration timeout) {
        return connections(new RedisStandaloneConfiguration(address.host(), address.port()), timeout);
    }

    static RedisConnections connections(RedisStandaloneConfiguration server, Duration timeout) {
        return new RedisConnections(new LettuceConnectionFactory(
                server,
                LettuceClientConfiguration.builder().commandTimeout(timeout).build()));
    }

    /** What {@code mono} brings, waiting for it. */
    static <T> T answer(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(DEADLINE), "an empty answer");
    }

    /** The next signal, waiting for it. */
    StoreSignal nextSignal() {
        try {
            StoreSignal signal = signals.poll(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            if (signal == null) {
                throw new AssertionError("no signal within " + DEADLINE);
            }
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    void awaitResubscribed() {
        while (!(nextSignal() instanceof StoreSignal.Resubscribed)) {
            // What came before it does not matter.
        }
    }

    @Override
    public void close() {
        subscription.dispose();
        control.close();
        store.close();
        connections.close();
        StoreServer.end(client);
    }
}
