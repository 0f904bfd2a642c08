package hub.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/**
 * Keeps what is made of rows and passwords out of the log, whatever level is set: below {@code INFO} the engine prints its
 * whole configuration and each row, and the clients of Redis and MySQL what they send and get.
 */
public final class Discretion extends Filter<ILoggingEvent> {

    private static final List<String> INDISCREET = List.of(
            "io.debezium.",
            "org.apache.kafka.",
            "com.github.shyiko.",
            "io.lettuce.",
            "io.asyncer.r2dbc.",
            "com.mysql.",
            "org.mariadb.");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        return !event.getLevel().isGreaterOrEqual(Level.INFO)
                        && INDISCREET.stream().anyMatch(event.getLoggerName()::startsWith)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
