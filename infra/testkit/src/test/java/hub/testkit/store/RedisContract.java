package hub.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.store.Announcement;
import hub.projections.store.ReadModelStore;
import hub.redis.BoardReader;
import hub.redis.RedisConnections;
import hub.redis.RedisStore;
import hub.redis.StoreSignal;
import hub.testkit.servers.StoreServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import reactor.core.Disposable;

/** The store contract on a Redis that belongs to the test: it is emptied before each test. */
abstract class RedisContract extends ReadModelStoreContract {

    private static final long DEADLINE_SECONDS = 20;

    private final BlockingQueue<StoreSignal> signals = new LinkedBlockingQueue<>();
    private RedisConnections connections;
    private RedisClient client;
    private Disposable subscription;
    protected RedisCommands<String, String> redis;
    protected RedisStore store;
    protected BoardReader reader;

    abstract StoreServer server();

    @BeforeEach
    void connect() {
        client = RedisClient.create("redis://" + server().host() + ":" + server().port());
        redis = client.connect().sync();
        redis.flushall();
        connections = new RedisConnections(new LettuceConnectionFactory(server().host(), server().port()));
        store = new RedisStore(connections);
        reader = new BoardReader(connections);
        subscription = reader.signals().subscribe(signals::add);
        assertThat(nextSignal()).isEqualTo(new StoreSignal.Resubscribed());
    }

    @AfterEach
    void disconnect() {
        subscription.dispose();
        store.close();
        connections.close();
        client.shutdown();
    }

    @Override
    protected ReadModelStore store() {
        return store;
    }

    @Override
    protected Announcement nextAnnouncement() {
        if (nextSignal() instanceof StoreSignal.Announced(Announcement announcement)) {
            return announcement;
        }
        throw new AssertionError("the next signal is not an announcement");
    }

    protected StoreSignal nextSignal() {
        try {
            StoreSignal signal = signals.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            if (signal == null) {
                throw new AssertionError("no signal within " + DEADLINE_SECONDS + " s");
            }
            return signal;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
