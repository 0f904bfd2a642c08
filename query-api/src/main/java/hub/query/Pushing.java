package hub.query;

import hub.query.stream.Streams;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Ends the streams first of all, since the web server waits for requests that run: a stream runs for ever. */
final class Pushing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Pushing.class);
    private static final Duration GRACE = Duration.ofMillis(500);
    private static final long MOST_SECONDS = 2;

    private final Streams streams;
    private volatile boolean running;

    Pushing(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void start() {
        streams.start();
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        streams.close(GRACE).orTimeout(MOST_SECONDS, TimeUnit.SECONDS).whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn("Some streams did not end within {} s", MOST_SECONDS);
            }
            streams.stop();
            running = false;
            callback.run();
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which stops at {@code DEFAULT_PHASE - 1024}. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
