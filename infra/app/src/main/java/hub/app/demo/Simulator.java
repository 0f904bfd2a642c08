package hub.app.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the day against the database, one simulated minute per {@code 60 / speed} seconds, and begins the day anew when it
 * is over. A database that is away is tried again; what could not be written happens late, not never.
 */
final class Simulator implements AutoCloseable {

    /** Opens a connection with auto-commit off. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
    private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);

    private final DemoDay demo;
    private final Connector connector;
    private final double speed;
    private final Evening evening;
    private final Duration night;
    private final Thread thread;
    private volatile Instant simulatedNow;

    /** What is done when the day is over. */
    interface Evening {
        void over(LocalDate day) throws InterruptedException;
    }

    Simulator(DemoDay demo, Connector connector, double speed, Evening evening, Duration night) {
        this.demo = demo;
        this.evening = evening;
        this.night = night;
        this.connector = connector;
        this.speed = speed;
        this.simulatedNow = demo.resumesAt();
        this.thread = Thread.ofPlatform().name("simulator").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    Instant simulatedNow() {
        return simulatedNow;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Instant from = demo.resumesAt();
            while (true) {
                play(demo.script(from), from);
                evening.over(demo.today().date());
                Thread.sleep(night);
                from = demo.begins();
                play(List.of(new Cue(from, new Happening.DayCleared(demo.today().date()))), from);
            }
        } catch (InterruptedException closed) {
            LOG.debug("The simulated day is stopped");
        }
    }

    private void play(List<Cue> cues, Instant from) throws InterruptedException {
        long began = System.nanoTime();
        int next = 0;
        while (next < cues.size()) {
            try (Connection connection = connector.connect()) {
                LegacyWriter writer = new LegacyWriter(connection);
                while (next < cues.size()) {
                    Cue cue = cues.get(next);
                    waitFor(cue.at(), from, began);
                    writer.write(cue.happening());
                    next = next + 1;
                }
            } catch (SQLException e) {
                LOG.warn("The simulated writers cannot write: {}", e.getMessage());
                Thread.sleep(RECONNECT_AFTER);
            }
        }
    }

    private void waitFor(Instant at, Instant from, long began) throws InterruptedException {
        long due = began + (long) (Duration.between(from, at).toNanos() / speed);
        long wait = due - System.nanoTime();
        if (wait > 0) {
            Thread.sleep(Duration.ofNanos(wait));
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        simulatedNow = at;
    }
}
