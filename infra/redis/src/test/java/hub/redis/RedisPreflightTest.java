package hub.redis;

import static hub.redis.RedisFinding.Severity.PROBLEM;
import static hub.redis.RedisFinding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisPreflightTest {

    private final Map<String, String> info = new HashMap<>(
            Map.of("redis_version", "8.0.6", "role", "master", "maxmemory_policy", "noeviction", "aof_enabled", "1"));

    @Test
    void findsNothingWrongWithAGoodServer() {
        assertThat(run("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.0", "6.2.11", "7.0.15", "10.1"})
    void takesNewEnoughServers(String version) {
        info.put("redis_version", version);
        assertThat(run("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.0.16", "5.0.14", "unknown"})
    void refusesOldServers(String version) {
        info.put("redis_version", version);
        assertThat(run(""))
                .extracting(RedisFinding::severity, RedisFinding::seen)
                .containsExactly(tuple(PROBLEM, version));
    }

    @Test
    void listsEverythingAtOnce() {
        info.putAll(Map.of(
                "redis_version", "6.0.16", "role", "slave", "maxmemory_policy", "volatile-lru", "aof_enabled", "0"));

        assertThat(run(""))
                .extracting(RedisFinding::severity, RedisFinding::setting, RedisFinding::seen)
                .containsExactly(
                        tuple(PROBLEM, "redis_version", "6.0.16"),
                        tuple(PROBLEM, "role", "slave"),
                        tuple(PROBLEM, "maxmemory-policy", "volatile-lru"),
                        tuple(WARNING, "appendonly", "no, and there are no save rules"));
    }

    @Test
    void saveRulesAreEnough() {
        info.put("aof_enabled", "0");
        assertThat(run("3600 1")).isEmpty();
        assertThat(run(null)).extracting(RedisFinding::seen).containsExactly("no, and the save rules cannot be read");
    }

    @Test
    void saysWhatToDo() {
        info.put("maxmemory_policy", "allkeys-lru");
        assertThat(run("").getFirst().toString())
                .startsWith(
                        "maxmemory-policy is allkeys-lru: set it to noeviction (CONFIG SET maxmemory-policy noeviction");
    }

    private List<RedisFinding> run(@Nullable String saveRules) {
        return RedisPreflight.findings(info, saveRules);
    }
}
