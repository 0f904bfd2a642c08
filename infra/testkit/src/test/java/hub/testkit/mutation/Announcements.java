package hub.testkit.mutation;

import hub.testkit.servers.StoreServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.time.Duration;

/** Listens to what writers announce to readers. */
final class Announcements implements AutoCloseable {

    private static final String CHANNEL = "hub:signals";
    private static final Duration WITHIN = Duration.ofSeconds(6);

    private final RedisClient client;
    private long count;

    Announcements(StoreServer redis) {
        client = RedisClient.create("redis://" + redis.host() + ":" + redis.port());
        var connection = client.connectPubSub();
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                heard();
            }
        });
        connection.sync().subscribe(CHANNEL);
    }

    private synchronized void heard() {
        count++;
        notifyAll();
    }

    synchronized long count() {
        return count;
    }

    /** Whether more than {@code before} are heard in time. */
    synchronized boolean exceeds(long before) {
        long deadline = System.nanoTime() + WITHIN.toNanos();
        while (count <= before && System.nanoTime() < deadline) {
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return count > before;
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
