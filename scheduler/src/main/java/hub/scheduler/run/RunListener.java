package hub.scheduler.run;

import java.time.Duration;
import java.time.Instant;

/** Told of each end of an attempt, by the job's thread. */
interface RunListener {
    void ended(Run run, RunOutcome outcome, Duration took, Instant at);
}
