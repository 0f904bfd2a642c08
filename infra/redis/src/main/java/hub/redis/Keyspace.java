package hub.redis;

import hub.projections.board.PartitionId;
import hub.projections.store.Generation;

/**
 * Every key of the service. All keys of a generation share one hash tag, so that one script may touch them all.
 *
 * @param prefix what the keys of one generation start with
 */
record Keyspace(String prefix) {

    /** Which generations are live and previous. */
    static final String POINTER = "hub:pointer";
    /** The channel of all {@link StoreSignal}s. */
    static final String SIGNALS = "hub:signals";
    /** The set of generation numbers of which anything may be stored. */
    static final String GENERATIONS = "hub:generations";
    /** The process that holds the ingest lease. */
    static final String LEASE = "hub:lease:ingest";
    /** What operators asked for, oldest first. */
    static final String REQUESTS = "hub:requests";
    /** The last canary committed to MySQL. */
    static final String CANARY = "hub:canary";
    /** How fast the last complete fill went. */
    static final String LAST_FILL = "hub:fill";
    /** What operators have acknowledged: what → when and by whom. */
    static final String ACKNOWLEDGED = "hub:acknowledged";
    /** How the jobs are, as the scheduler role tells it. */
    static final String JOBS = "hub:jobs";
    /** Runs that operators asked for: job and idempotency key → the wish. */
    static final String JOB_WISHES = "hub:jobs:wishes";
    /** What the processes that serve shall hold ready. */
    static final String WARM_UP = "hub:warmup";
    /** The set of generation numbers that have a status. */
    static final String STATUSES = "hub:statuses";

    /** Patterns of {@code string.format}, for scripts that learn a generation's number only inside Redis. */
    static final String STATUS_PATTERN = "hub:status:%s";

    /** What the keys of the processes that serve start with. */
    static final String READER = "hub:reader:";

    private static final String GENERATION_PATTERN = "hub:{g%s}:";

    static final String CHECKPOINT_PATTERN = GENERATION_PATTERN + "checkpoint";
    static final String MARKS_PATTERN = GENERATION_PATTERN + "marks";
    static final String BOARDS_PATTERN = GENERATION_PATTERN + "boards";

    static Keyspace of(Generation generation) {
        return new Keyspace(GENERATION_PATTERN.formatted(generation.number()));
    }

    static String status(Generation generation) {
        return STATUS_PATTERN.formatted(generation.number());
    }

    /** @param name a digest, never the ticket itself */
    static String ticket(String name) {
        return "hub:ticket:" + name;
    }

    /** Of a process that serves. */
    static String reader(String process) {
        return READER + process;
    }

    String checkpoint() {
        return prefix + "checkpoint";
    }

    /** Partition → the version that it got when it was last written. */
    String touch() {
        return prefix + "touch";
    }

    /** Damage, drift and overflow, and how far was announced. */
    String marks() {
        return prefix + "marks";
    }

    /** The schema history, a list. */
    String history() {
        return prefix + "history";
    }

    /** Board → when it was last written. */
    String boards() {
        return prefix + "boards";
    }

    String partition(PartitionId partition) {
        return partitionPrefix() + partition.text();
    }

    String partitionPrefix() {
        return prefix + "b:";
    }

    /** Matches every key of the generation. */
    String pattern() {
        return prefix + "*";
    }
}
