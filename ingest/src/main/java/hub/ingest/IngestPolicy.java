package hub.ingest;

import hub.projections.board.Horizon;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How the ingest role behaves.
 *
 * @param instance names this process in statuses and in the lease; unique among the processes of one store
 * @param rebuildByItself whether a generation that cannot be continued is rebuilt without asking ({@code
 *     hub.recovery=rebuild}); else the status says "rebuild required" and waits for {@code hub rebuild}
 * @param horizon from which day on a generation filled now holds what
 * @param keepPrevious how long the generation before a swap stays fed, for rollback
 * @param watchdog three times as long may a written canary stay away, and everything else with it, before the stream is
 *     taken for dead and a fresh one begins
 * @param exit ends the process, with the reason: called when an engine can be neither used nor ended, so that a supervisor
 *     starts a fresh one
 */
public record IngestPolicy(
        String instance,
        boolean rebuildByItself,
        Supplier<Horizon> horizon,
        Duration keepPrevious,
        Duration watchdog,
        Consumer<String> exit) {

    public static final Duration ONE_DAY = Duration.ofDays(1);

    /** A healthy source sends something in each, if only a sign of life. */
    public static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    public IngestPolicy {
        if (watchdog.isNegative() || watchdog.isZero()) {
            throw new IllegalArgumentException("the watchdog's interval must be positive, not " + watchdog);
        }
    }

    public static IngestPolicy manual(String instance) {
        return new IngestPolicy(instance, false, () -> Horizon.UNLIMITED, ONE_DAY, FIVE_SECONDS, reason -> {});
    }
}
