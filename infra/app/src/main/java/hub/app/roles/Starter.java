package hub.app.roles;

import hub.mysql.MigrationFailed;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the roles that write, once the servers answer and fit: until then it looks again and again, ever less often, and
 * says what it waits for. Servers that answer and do not fit end the process.
 */
final class Starter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Starter.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    /** Longer than any time limit of a server: what a start that goes on uses is closed next. */
    private static final Duration END_WITHIN = Duration.ofMinutes(2);

    private final Supplier<Findings> look;
    private final Runnable start;
    private final Consumer<List<String>> wait;
    private final Consumer<RuntimeException> refuse;
    private final Thread thread =
            Thread.ofPlatform().name("start-roles").daemon().unstarted(this::run);
    private List<String> waitingFor = List.of();

    /**
     * @param wait called each time, with what is away, when the roles cannot start yet
     * @param refuse called once, if the roles must not start
     */
    Starter(Supplier<Findings> look, Runnable start, Consumer<List<String>> wait, Consumer<RuntimeException> refuse) {
        this.look = look;
        this.start = start;
        this.wait = wait;
        this.refuse = refuse;
    }

    void begin() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(END_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Duration pause = FIRST_PAUSE;
            while (!tried()) {
                Thread.sleep(pause);
                pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
            }
        } catch (InterruptedException closed) {
            LOG.debug("Closed before the roles were started");
        } catch (RuntimeException e) {
            refuse.accept(e);
        }
    }

    /** False if it must be tried again. */
    private boolean tried() {
        Findings findings = look.get();
        if (!findings.problems().isEmpty()) {
            throw new Refused(findings);
        }
        if (!findings.away().isEmpty()) {
            waitFor(findings.away());
            return false;
        }
        try {
            start.run();
            // Looked at again: what the start has just created is no longer missing.
            look.get().warnings().forEach(LOG::warn);
            return true;
        } catch (MigrationFailed e) {
            waitFor(List.of(String.valueOf(e.getMessage())));
            return false;
        }
    }

    private void waitFor(List<String> away) {
        if (!away.equals(waitingFor)) {
            away.forEach(server -> LOG.warn("Waiting: {}", server));
        }
        waitingFor = away;
        wait.accept(away);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
