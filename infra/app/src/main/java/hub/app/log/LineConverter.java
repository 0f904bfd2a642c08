package hub.app.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/** {@code %line}: the message, on one line. */
public final class LineConverter extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        @Nullable String message = super.convert(event);
        return message == null ? "" : Line.of(message);
    }
}
