package hub.redis;

import hub.projections.store.StoreUnavailable;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection for callers that wait: opened at first use, and again after it broke or fell silent. Safe for concurrent
 * use.
 */
final class BlockingLink implements AutoCloseable {

    private final RedisConnections connections;
    private @Nullable StatefulRedisConnection<String, String> connection; // guarded by this

    BlockingLink(RedisConnections connections) {
        this.connections = connections;
    }

    /**
     * Sends one request and waits for its answer.
     *
     * @param what is being done, for the message of a failure
     * @throws StoreUnavailable if Redis cannot be reached, does not answer in time, or refuses
     */
    <T extends @Nullable Object> T call(
            String what, Function<RedisAsyncCommands<String, String>, CompletionStage<T>> request) {
        StatefulRedisConnection<String, String> used = null;
        try {
            used = connected();
            return request.apply(used.async())
                    .toCompletableFuture()
                    .get(connections.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(what + ": interrupted while waiting for Redis", e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            if (used != null && !Failures.isReply(e)) {
                used.closeAsync();
            }
            throw Failures.translate(what, e);
        }
    }

    private synchronized StatefulRedisConnection<String, String> connected() {
        StatefulRedisConnection<String, String> open = connection;
        if (open == null || !open.isOpen()) {
            close();
            open = connections.connect();
            connection = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (connection != null && connection.isOpen()) {
            connection.close();
        }
        connection = null;
    }
}
