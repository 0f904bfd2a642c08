package hub.scheduler.run;

import java.time.Duration;

/** Told of what becomes of runs, by the job's thread. */
interface RunListener {

    /**
     * An attempt ended, or a run was missed.
     *
     * @param late how long after it could have begun it did; of a missed run, how long after that it was given up
     */
    void ended(Run run, RunOutcome outcome, Duration late, Duration took);

    /** So many due instants were not made in time, and {@code run} stands for them. */
    default void coalesced(Run run, int dueInstants) {}
}
