package hub.app.cli;

import java.time.Duration;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of a process that was told to end: closes what is open and, if that takes too long, ends the process all the same.
 * Nothing is lost then: whatever the service does, it is made to be killed in the midst of it.
 */
final class Farewell {

    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    /** From SIGTERM on; with the time that the JVM itself takes, a process ends in under five seconds. */
    static final Duration LONGEST = Duration.ofMillis(4_500);

    /** What a JVM says that ends by SIGTERM. */
    static final int TERMINATED = 143;

    private Farewell() {}

    /** Has {@code close} run at the end of this process. */
    static void atTheEnd(Runnable close) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> say(close, LONGEST, Runtime.getRuntime()::halt), "farewell"));
    }

    /** @param halt ends the process at once, with the exit code given to it */
    static void say(Runnable close, Duration longest, IntConsumer halt) {
        Thread closing = Thread.ofPlatform().daemon().name("close-server").start(close);
        try {
            if (closing.join(longest)) {
                return;
            }
            LOG.warn("Not all was closed within {} ms; the process ends without it", longest.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        halt.accept(TERMINATED);
    }
}
