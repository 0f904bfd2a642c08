package hub.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import hub.app.config.Settings;
import hub.app.config.UsageError;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Security row 15: what is logged, as {@code logback.xml} has it written, when what is logged is hostile. */
class LogLinesTest {

    private static final String FORGED = "12:00:00.000 INFO  hub forged";
    private static final String HOSTILE = "a\r\n" + FORGED + "\n{\"level\":\"forged\"}\r\u001b[31m\u0085\u2028" + FORGED
            + "\u2029\u0000\u009b31m\u202e";

    private static Throwable hostile() {
        IllegalStateException thrown = new IllegalStateException(HOSTILE, new IllegalArgumentException(HOSTILE));
        thrown.addSuppressed(new RuntimeException(HOSTILE));
        return thrown;
    }

    /** What is written of what {@code log} logs. */
    private static String written(Map<String, String> properties, Consumer<Logger> log) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        properties.forEach(context::putProperty);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(LogLinesTest.class.getResource("/logback.xml")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((ConsoleAppender<ILoggingEvent>)
                        context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("stderr"))
                .setOutputStream(bytes);
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.start();
        log.accept(context.getLogger("hub"));
        context.stop();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageIsOneLineForPeople() throws JoranException {
        String text = written(Map.of(), log -> log.info("said: {}", HOSTILE));
        assertThat(text.lines()).hasSize(1);
        assertThat(text)
                .endsWith(" INFO  hub                      said: a " + FORGED + " {\"level\":\"forged\"} [31m " + FORGED
                        + " 31m \n");
    }

    /** A stack trace has lines, but each begins as one of a stack trace does. */
    @Test
    void noLineOfATraceIsMadeByWhatAnExceptionSays() throws JoranException {
        String text = written(Map.of(), log -> log.error("failed", hostile()));
        List<String> lines = text.lines().toList();
        assertThat(lines.getFirst()).endsWith("ERROR hub                      failed");
        assertThat(lines.subList(1, lines.size()))
                .hasSizeGreaterThan(3)
                .allMatch(
                        line -> line.matches("(\\t+(at |\\.\\.\\. |Suppressed: )|Caused by: |java\\.lang\\.[A-Z]).*"));
        assertThat(text).doesNotContainPattern("[\\p{Cc}\\u2028\\u2029\\u202e&&[^\\n\\t]]");
    }

    @ParameterizedTest
    @CsvSource({
        "ecs, message, /error/message",
        "logstash, message, /stack_trace",
        "gelf, short_message, /_error_message"
    })
    void forMachinesEachEntryIsOneLineOfJson(String format, String message, String thrown) throws JoranException {
        String text = written(
                Map.of("CONSOLE_LOG_STRUCTURED_FORMAT", format), log -> log.error("said: {}", HOSTILE, hostile()));
        assertThat(text.split("\n", -1)).as("one line and its end").hasSize(2);
        JsonNode entry = JsonMapper.shared().readTree(text);
        assertThat(entry.path(message).asString()).isEqualTo("said: " + HOSTILE);
        assertThat(entry.at(thrown).asString()).contains(HOSTILE);
    }

    /** They print rows, commands and the whole configuration, with its passwords. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.debezium.embedded.async.AsyncEmbeddedEngine",
                "io.debezium.connector.binlog.BinlogStreamingChangeEventSource",
                "io.lettuce.core.protocol.CommandHandler",
                "org.apache.kafka.connect.runtime.WorkerConfig"
            })
    void detailsOfWhatPassesThroughAreNeverWritten(String name) throws JoranException {
        String text = written(Map.of(), log -> {
            ch.qos.logback.classic.Logger logger =
                    ((ch.qos.logback.classic.Logger) log).getLoggerContext().getLogger(name);
            logger.setLevel(Level.ALL);
            logger.trace("a row");
            logger.debug("a password");
            logger.info("that it works");
        });
        assertThat(text.lines()).singleElement().asString().endsWith(" that it works");
    }

    /** The engine warns so of a source that logs statements in place of rows. */
    @Test
    void aStatementThatTheSourceLoggedIsNeverWritten() throws JoranException {
        String text = written(Map.of(), log -> {
            Logger engine = ((ch.qos.logback.classic.Logger) log)
                    .getLoggerContext()
                    .getLogger("io.debezium.connector.binlog.BinlogStreamingChangeEventSource");
            engine.warn(
                    "Received DML '{}' for processing, binlog probably contains events", "UPDATE pay SET rate = 40");
            engine.warn("that it goes on");
        });
        assertThat(text.lines()).singleElement().asString().endsWith(" that it goes on");
    }

    @Test
    void anUnknownFormatIsRefused() {
        Settings settings = Settings.of(Map.of("logging.structured.format.console", "xml"));
        assertThatThrownBy(() -> LogFormat.use(settings))
                .isInstanceOf(UsageError.class)
                .hasMessage("logging.structured.format.console must be ecs, gelf or logstash, not \"xml\"");
    }
}
