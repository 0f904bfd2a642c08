package hub.app.roles;

import hub.app.config.Role;
import hub.redis.RedisFinding;
import hub.redis.RedisPreflight;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the servers that the roles need, and writes nothing. May be asked again and again. */
final class Gate {

    private final Set<Role> roles;
    private final RedisPreflight redis;
    private final @Nullable MysqlUsers mysql;

    /** @param mysql null if no role needs MySQL */
    Gate(Set<Role> roles, RedisPreflight redis, @Nullable MysqlUsers mysql) {
        this.roles = roles;
        this.redis = redis;
        this.mysql = mysql;
    }

    Findings look() {
        Findings findings = redisFindings(redis.run());
        return mysql != null && roles.contains(Role.INGEST) ? findings.and(SourceCheck.of(mysql.source())) : findings;
    }

    static Findings redisFindings(List<RedisFinding> found) {
        return new Findings(
                texts(found, RedisFinding.Severity.PROBLEM),
                texts(found, RedisFinding.Severity.WARNING),
                texts(found, RedisFinding.Severity.AWAY));
    }

    private static List<String> texts(List<RedisFinding> found, RedisFinding.Severity severity) {
        return found.stream()
                .filter(f -> f.severity() == severity)
                .map(f -> "Redis: " + f)
                .toList();
    }
}
