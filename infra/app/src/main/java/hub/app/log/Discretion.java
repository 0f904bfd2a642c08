package hub.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/**
 * Keeps what is made of rows and passwords out of the log, whatever level is set: below {@code INFO} the engine prints its
 * whole configuration and each row, and the clients of Redis and MySQL what they send and get. At any level the engine prints
 * a statement that the source logged in place of rows, with all its data; that the pipeline stops there is told without it.
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

    private static final String STATEMENT = "Received DML";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean mayPrintData = !event.getLevel().isGreaterOrEqual(Level.INFO)
                || event.getMessage() != null && event.getMessage().startsWith(STATEMENT);
        return mayPrintData && INDISCREET.stream().anyMatch(event.getLoggerName()::startsWith)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
