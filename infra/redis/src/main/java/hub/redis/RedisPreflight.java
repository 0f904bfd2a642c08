package hub.redis;

import hub.projections.store.StoreUnavailable;
import hub.redis.RedisFinding.Severity;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisLoadingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the Redis server before anything is stored in it. Asks with INFO, since a user with few rights may not run
 * CONFIG; only the save rules stand nowhere else.
 */
public final class RedisPreflight {

    private static final int MAJOR = 6;
    private static final int MINOR = 2;

    private final RedisConnections connections;

    public RedisPreflight(RedisConnections connections) {
        this.connections = connections;
    }

    /** Everything that is wrong or worth a warning; empty if all is well. An unreachable server is a finding, too. */
    public List<RedisFinding> run() {
        try (BlockingLink redis = new BlockingLink(connections)) {
            return findings(parse(redis.call("ask for the server's settings", r -> r.info())), saveRules(redis));
        } catch (StoreUnavailable e) {
            return List.of(new RedisFinding(
                    answered(e) ? Severity.PROBLEM : Severity.AWAY,
                    "spring.data.redis.*",
                    "not usable (" + e.getMessage() + ")",
                    "check host, port, user, password and TLS, and that the user may run INFO"));
        }
    }

    /** Whether the server is there and refuses, as opposed to not being there or still loading its data. */
    private static boolean answered(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RedisLoadingException) {
                return false;
            }
            if (cause instanceof RedisCommandExecutionException) {
                return true;
            }
        }
        return false;
    }

    /** The rules, empty if there are none; null if the user may not ask. */
    private static @Nullable String saveRules(BlockingLink redis) {
        try {
            return redis.call("ask for the save rules", r -> r.configGet("save"))
                    .getOrDefault("save", "");
        } catch (StoreUnavailable e) {
            return null;
        }
    }

    static List<RedisFinding> findings(Map<String, String> info, @Nullable String saveRules) {
        List<RedisFinding> findings = new ArrayList<>();
        version(info.getOrDefault("redis_version", "unknown"), findings);
        role(info.getOrDefault("role", "master"), findings);
        eviction(info.getOrDefault("maxmemory_policy", "unknown"), findings);
        persistence(info.getOrDefault("aof_enabled", "0"), saveRules, findings);
        return List.copyOf(findings);
    }

    private static void version(String version, List<RedisFinding> findings) {
        String[] parts = version.split("\\.");
        try {
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            if (major > MAJOR || (major == MAJOR && minor >= MINOR)) {
                return;
            }
        } catch (NumberFormatException e) {
            // Falls through: a version that cannot be read is not one that is known to do.
        }
        findings.add(new RedisFinding(
                Severity.PROBLEM, "redis_version", version, "use Redis " + MAJOR + "." + MINOR + " or newer"));
    }

    private static void role(String role, List<RedisFinding> findings) {
        if (!role.equals("master")) {
            findings.add(new RedisFinding(
                    Severity.PROBLEM,
                    "role",
                    role,
                    "point spring.data.redis.* at the primary (or at its Sentinels): a replica takes no commits"));
        }
    }

    private static void eviction(String policy, List<RedisFinding> findings) {
        if (!policy.equals("noeviction")) {
            findings.add(new RedisFinding(
                    Severity.PROBLEM,
                    "maxmemory-policy",
                    policy,
                    "set it to noeviction (CONFIG SET maxmemory-policy noeviction, and in redis.conf): with any other"
                            + " policy Redis may drop parts of a board, and the numbers would be wrong"));
        }
    }

    private static void persistence(String appendOnly, @Nullable String saveRules, List<RedisFinding> findings) {
        if (appendOnly.equals("1") || (saveRules != null && !saveRules.isEmpty())) {
            return;
        }
        findings.add(new RedisFinding(
                Severity.WARNING,
                "appendonly",
                saveRules == null ? "no, and the save rules cannot be read" : "no, and there are no save rules",
                "set appendonly yes (or a save rule): without either, a restart of Redis loses every board, and all of"
                        + " them are read from MySQL again"));
    }

    private static Map<String, String> parse(String info) {
        Map<String, String> values = new HashMap<>();
        info.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("#")) {
                values.put(line.substring(0, colon), line.substring(colon + 1));
            }
        });
        return values;
    }
}
