package hub.query.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefusedKeysTest {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(RefusedKeys.class);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final RefusedKeys audit = new RefusedKeys();

    @BeforeEach
    void listen() {
        log.start();
        LOGGER.addAppender(log);
    }

    @AfterEach
    void stop() {
        LOGGER.detachAppender(log);
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static InetAddress address(int i) throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >> 8), (byte) i});
    }

    @Test
    void eachCallerAndReasonIsToldOnce() throws UnknownHostException {
        for (int i = 0; i < 10; i++) {
            audit.refused(address(1), "hub_wall_guess" + i, ApiKeys.Verdict.WRONG);
            audit.refused(address(1), "hub_wall_old", ApiKeys.Verdict.NOT_NOW);
        }
        assertThat(lines())
                .containsExactly(
                        "A key was refused: address=10.0.0.1 claimed=wall reason=WRONG untold=0",
                        "A key was refused: address=10.0.0.1 claimed=wall reason=NOT_NOW untold=0");
    }

    @Test
    void aClaimedIdIsToldOnlyIfItIsOne() throws UnknownHostException {
        String[] hostile = {null, "", "hub_a\r\nforged_x", "hub_\u001b[31m_x", "no key", "hub_" + "x".repeat(300) + "_y"
        };
        for (int i = 0; i < hostile.length; i++) {
            audit.refused(address(i), hostile[i], ApiKeys.Verdict.WRONG);
        }
        assertThat(lines()).hasSize(hostile.length).allMatch(line -> line.contains(" claimed=none "));
    }

    /** However many addresses someone has. */
    @Test
    void manyStrangersDoNotFillTheLog() throws UnknownHostException {
        for (int i = 0; i < 20_000; i++) {
            audit.refused(address(i), "hub_wall_guess", ApiKeys.Verdict.WRONG);
        }
        // One more minute may begin meanwhile.
        assertThat(lines()).hasSizeBetween(RefusedKeys.MOST_A_MINUTE, 2 * RefusedKeys.MOST_A_MINUTE);
    }
}
