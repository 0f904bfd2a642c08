package hub.scheduler;

import hub.projections.change.Canary;
import hub.projections.operations.ControlPlane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sends one canary a second through the whole path and says so through the control plane: only what is committed in
 * MySQL is announced. While MySQL or the store is away it tries again each second, quietly.
 */
public class CanaryJob {

    /** Well below the lock's at-most time, so that a hanging MySQL never lets two processes write at once. */
    static final Duration WRITE_TIMEOUT = Duration.ofSeconds(4);

    private final CanaryWriter writer;
    private final ControlPlane control;
    private final Outage outage;
    private volatile @Nullable Canary last;

    CanaryJob(CanaryWriter writer, ControlPlane control, InstantSource clock) {
        this.writer = writer;
        this.control = control;
        this.outage = new Outage(LoggerFactory.getLogger(CanaryJob.class), "The canary", clock);
    }

    /**
     * One beat. The lock is kept for at least 0.8 s, so that all processes together write about once a second, and
     * freed after at most 10 s, if its holder died.
     */
    @Scheduled(fixedRate = 1_000)
    @SchedulerLock(name = "canary", lockAtLeastFor = "PT0.8S", lockAtMostFor = "PT10S")
    public void beat() {
        try {
            Canary canary = writer.writeWithin(WRITE_TIMEOUT);
            control.canaryWritten(canary);
            last = canary;
            outage.worked();
        } catch (RuntimeException e) {
            outage.failed(e);
        }
    }

    public CanaryStatus status() {
        Optional<Outage.Failure> failure = outage.now();
        return new CanaryStatus(
                last,
                failure.map(Outage.Failure::since).orElse(null),
                failure.map(Outage.Failure::cause).orElse(""));
    }
}
