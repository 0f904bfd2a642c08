package hub.testkit.servers;

import hub.projections.operations.OperatorRequest;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A running Redis that the tests have to themselves. */
public record StoreServer(String host, int port) {

    /** Forgets everything. */
    public void wipe() {
        call(RedisCommands::flushall);
    }

    /** Takes away whatever keys end with that, as by hand; says how many there were. */
    public long delete(String ending) {
        return call(redis -> {
            List<String> keys = redis.keys("*" + ending);
            return keys.isEmpty() ? 0 : redis.del(keys.toArray(String[]::new));
        });
    }

    /** Says something that a {@link RedisMonitor} sees. */
    public void say(String text) {
        call(redis -> redis.echo(text));
    }

    /** Cuts everybody who listens: what is announced until they are back is lost. */
    public void cutListeners() {
        call(redis -> redis.clientKill(KillArgs.Builder.typePubsub()));
    }

    /** What an operator's {@code hub rebuild} leaves for ingest. */
    public void askForRebuild() {
        call(redis -> redis.rpush("hub:requests", OperatorRequest.REBUILD.word()));
    }

    /** Every key and every value, as text. */
    public List<String> everything() {
        return call(redis -> {
            List<String> texts = new ArrayList<>();
            for (String key : redis.keys("*")) {
                texts.add(key);
                switch (redis.type(key)) {
                    case "string" -> texts.add(redis.get(key));
                    case "hash" -> redis.hgetall(key).forEach((field, value) -> texts.add(field + " = " + value));
                    case "list" -> texts.addAll(redis.lrange(key, 0, -1));
                    case "set" -> texts.addAll(redis.smembers(key));
                    case "zset" -> texts.addAll(redis.zrange(key, 0, -1));
                    case "none" -> {} // it has expired since
                    default -> throw new AssertionError("key " + key + " is of a type that is not looked into");
                }
            }
            return texts;
        });
    }

    /** Speaks to Redis directly, over a connection of its own. */
    public <T> T call(Function<RedisCommands<String, String>, T> action) {
        RedisClient client = RedisClient.create(RedisURI.create(host, port));
        try (var connection = client.connect()) {
            return action.apply(connection.sync());
        } finally {
            end(client);
        }
    }

    /** Without waiting: Lettuce's own {@code shutdown()} waits without a limit, see redis/lettuce#2278. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public static void end(RedisClient client) {
        client.shutdownAsync();
    }
}
