package hub.app.log;

import hub.app.config.Properties;
import hub.app.config.Settings;
import hub.app.config.UsageError;
import java.util.Set;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;

/** How the entries of this process's log are written. */
public final class LogFormat {

    private static final Set<String> JSON = Set.of("ecs", "gelf", "logstash");

    private LogFormat() {}

    /**
     * Writes every entry from now on as {@code settings} say. The service's own start would do the same, but what it
     * logs before that would be written otherwise.
     *
     * @throws UsageError if there is no such format
     */
    public static void use(Settings settings) {
        String format = settings.text(Properties.LOG_FORMAT);
        if (format.isEmpty()) {
            return;
        }
        if (!JSON.contains(format)) {
            throw new UsageError(
                    Properties.LOG_FORMAT.name() + " must be ecs, gelf or logstash, not \"" + format + "\"");
        }
        LoggingSystem logging = LoggingSystem.get(LogFormat.class.getClassLoader());
        logging.getSystemProperties(settings.environment()).apply();
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(settings.environment()), null, null);
    }
}
