package hub.app.roles;

import hub.app.config.Properties;
import hub.app.config.Settings;
import hub.app.config.UsageError;
import hub.ingest.IngestPolicy;
import hub.ingest.IngestRole;
import hub.ingest.SourceSettings;
import hub.projections.Catalog;
import hub.projections.board.Horizon;
import hub.projections.time.CentralDay;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The role ingest. */
final class Ingest {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

    /** The exit code of a process that could not end its engine. */
    private static final int HUNG = 70;

    private Ingest() {}

    static IngestRole start(IngestPolicy policy, RedisSession redis, SourceSettings source) {
        IngestRole role = new IngestRole(
                redis.store(), redis.control(), source, Catalog.MODELS, Catalog.DIGEST, policy, redis.clock());
        role.start();
        return role;
    }

    /**
     * What the settings want of it.
     *
     * @throws UsageError if a value is malformed
     */
    static IngestPolicy policy(Settings settings, InstantSource clock) {
        int days = settings.number(Properties.RETENTION);
        if (days < 0) {
            throw new UsageError(Properties.RETENTION.name() + " must be 0 (everything) or more, not " + days);
        }
        return new IngestPolicy(
                instance(),
                rebuildsByItself(settings),
                () -> horizon(days, clock),
                IngestPolicy.ONE_DAY,
                watchdog(settings),
                Ingest::exit);
    }

    private static Duration watchdog(Settings settings) {
        int seconds = settings.number(Properties.WATCHDOG);
        if (seconds < 1) {
            throw new UsageError(Properties.WATCHDOG.name() + " must be 1 or more, not " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    /** Without the shutdown's courtesies, which would wait for the thread that hangs. */
    private static void exit(String reason) {
        LOG.error("The process ends, to be started afresh: {}", reason);
        Runtime.getRuntime().halt(HUNG);
    }

    static boolean rebuildsByItself(Settings settings) {
        return switch (settings.text(Properties.RECOVERY)) {
            case "manual" -> false;
            case "rebuild" -> true;
            default ->
                throw new UsageError(Properties.RECOVERY.name() + " must be manual or rebuild, not \""
                        + settings.text(Properties.RECOVERY) + "\"");
        };
    }

    private static Horizon horizon(int days, InstantSource clock) {
        if (days == 0) {
            return Horizon.UNLIMITED;
        }
        LocalDate first = CentralDay.of(clock.instant()).date().minusDays(days);
        return new Horizon(first, first);
    }

    /** Process and machine, and nothing that could repeat: containers often share the process id 1. */
    private static String instance() {
        return ManagementFactory.getRuntimeMXBean().getName() + "#"
                + Long.toString(System.nanoTime() & 0xFFFFFF, Character.MAX_RADIX);
    }
}
