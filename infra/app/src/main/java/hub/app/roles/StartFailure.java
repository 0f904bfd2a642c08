package hub.app.roles;

import hub.app.config.UsageError;
import hub.query.ladder.SourcesRefused;
import hub.query.security.ApiKeysRefused;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;

/** What Spring wraps into a dozen exceptions, as one sentence about a setting. */
final class StartFailure {

    private StartFailure() {}

    /** The failure itself if it is not about a setting. */
    static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ApiKeysRefused refused -> {
                    return new UsageError(String.valueOf(refused.getMessage()));
                }
                case SourcesRefused refused -> {
                    return new UsageError(String.valueOf(refused.getMessage()));
                }
                case PortInUseException taken -> {
                    return new UsageError("port " + taken.getPort()
                            + " is in use already; set server.port or management.server.port to another, or to 0");
                }
                case BindException malformed -> {
                    return new UsageError(malformed(malformed));
                }
                default -> {}
            }
        }
        return failure;
    }

    private static String malformed(BindException failure) {
        ConfigurationProperty property = failure.getProperty();
        String value = property == null ? "" : " \"" + property.getValue() + "\"";
        return failure.getName() + ":" + value + " cannot be understood as "
                + failure.getTarget().getType().toClass().getSimpleName();
    }
}
