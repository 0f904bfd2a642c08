package hub.bench.stage;

import hub.testkit.servers.StoreServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;

/** What a Redis says about itself. */
public final class RedisMeter implements AutoCloseable {

    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    public RedisMeter(StoreServer store) {
        client = RedisClient.create(RedisURI.create(store.host(), store.port()));
        connection = client.connect();
    }

    String version() {
        return info("server", "redis_version");
    }

    /** What it writes to its disk, which is paid for with its CPU. */
    String persistence() {
        return "appendonly " + setting("appendonly") + ", save \"" + setting("save") + "\"";
    }

    private String setting(String name) {
        try {
            return connection.sync().configGet(name).getOrDefault(name, "unknown");
        } catch (RedisCommandExecutionException hidden) {
            return "unknown";
        }
    }

    /** CPU seconds so far. */
    public double cpu() {
        return Double.parseDouble(info("cpu", "used_cpu_user")) + Double.parseDouble(info("cpu", "used_cpu_sys"));
    }

    /** Bytes held by data. */
    public long dataset() {
        return Long.parseLong(info("memory", "used_memory_dataset"));
    }

    /** Nobody's data is at stake on an empty server only. */
    public boolean empty() {
        return connection.sync().dbsize() == 0;
    }

    public void wipe() {
        connection.sync().flushall();
    }

    public void forget(String key) {
        connection.sync().del(key);
    }

    private String info(String section, String field) {
        return connection
                .sync()
                .info(section)
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Redis tells no " + field));
    }

    @Override
    public void close() {
        connection.close();
        StoreServer.end(client);
    }
}
