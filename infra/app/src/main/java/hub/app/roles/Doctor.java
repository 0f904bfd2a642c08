package hub.app.roles;

import hub.app.config.Properties;
import hub.app.config.Settings;
import hub.ingest.RecoveryPlan;
import hub.mysql.MissingIndexes;
import hub.scheduler.reporting.MailAdvice;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Looks at the servers that the settings name, and writes nothing. */
public final class Doctor {

    private final Settings settings;
    private final MysqlUsers mysql;

    /** @throws hub.app.config.UsageError with every setting that is missing or malformed */
    public Doctor(Settings settings) {
        this.settings = settings;
        this.mysql = new MysqlUsers(settings);
    }

    public Findings source() {
        return SourceCheck.of(mysql.source());
    }

    public Findings redis() {
        try (RedisSession redis = new RedisSession(settings)) {
            return Gate.redisFindings(redis.preflight().run());
        }
    }

    /** What the settings of the jobs lack. */
    public Findings jobs() {
        return new Findings(
                List.of(),
                MailAdvice.of(settings.text(Properties.REPORT_RECIPIENTS), settings.text(Properties.MAIL_HOST)).stream()
                        .toList(),
                List.of());
    }

    /** What to do about a stream that cannot be continued; empty if there is nothing to do. Throws if Redis is away. */
    public Optional<RecoveryPlan> recovery() throws SQLException {
        try (RedisSession redis = new RedisSession(settings)) {
            return RecoveryPlan.of(mysql.source(), redis.store(), redis.control());
        }
    }

    /** Whether serve acts on such a plan by itself. */
    public boolean rebuildsByItself() {
        return Ingest.rebuildsByItself(settings);
    }

    /** Statements that would create the indexes that help the last rung, and the legacy itself; empty if none is missing. */
    public List<String> missingIndexes() throws SQLException {
        return MissingIndexes.advice(mysql.query());
    }

    /** What an administrator runs so that each user may do what it must and no more. */
    public List<String> grants() {
        return new UserGrants(mysql).statements();
    }

    /** Server, schema and user of the source, without the password. */
    public String sourceName() {
        return mysql.source().toString();
    }
}
