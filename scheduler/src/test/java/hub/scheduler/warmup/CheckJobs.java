package hub.scheduler.warmup;

import hub.mysql.MysqlBoards;
import hub.mysql.MysqlSettings;
import hub.projections.Catalog;
import hub.projections.board.Horizon;
import hub.projections.board.PartitionId;
import hub.projections.change.Canary;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourceProgress;
import hub.redis.Marks;
import hub.redis.PartitionRead;
import hub.redis.PartitionVersion;
import hub.redis.Readiness;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The jobs that compare the read models with MySQL, over a store that follows MySQL without delay, and with one process
 * that serves and always has its answers ready.
 */
public final class CheckJobs {

    private CheckJobs() {}

    public static List<Job> of(MysqlSettings database, MysqlBoards mysql) {
        AtomicLong canary = new AtomicLong();
        Source source = Source.of(mysql, BoardCheck.ANSWER_WITHIN);
        Stored stored = partitions -> look(source, partitions, canary.get());
        BoardCheck check = BoardCheck.against(
                mysql,
                new Figures(new JobsDatabase(database)),
                stored,
                canary::incrementAndGet,
                (compared, different) -> {});
        Checks checks = new Checks(check, check);
        return List.of(
                new CacheWarmup(stored, checks, new Loading(new Ready(), Duration.ofSeconds(1), Duration.ofMillis(10))),
                new ParityAudit(stored, checks, new Duplicates(new JobsDatabase(database)), rows -> {}));
    }

    private static Look look(Source source, Set<PartitionId> partitions, long canary) {
        Map<PartitionId, PartitionRead> read = new HashMap<>();
        if (!partitions.isEmpty()) {
            source.read(partitions).forEach((partition, fields) -> read.put(partition, read(fields)));
        }
        Checkpoint at = Checkpoint.filling("server", Horizon.UNLIMITED, Catalog.DIGEST)
                .streamedTo(new SourceProgress("r", SourcePosition.NONE, Instant.EPOCH, List.of()))
                .withCanary(new Canary(canary, Instant.EPOCH));
        return new Look(new Generation(1), at, Marks.NONE, read);
    }

    /** Contents that differ have versions that differ. */
    private static PartitionRead read(Map<String, String> fields) {
        return new PartitionRead(new PartitionVersion(1 + Math.abs((long) fields.hashCode()), "mysql"), fields);
    }

    private static final class Ready implements Servers {
        private volatile String wish = "";

        @Override
        public void ask(String asked) {
            wish = asked;
        }

        @Override
        public Map<String, Readiness> present() {
            return Map.of("one", new Readiness(wish, 1, 1, ""));
        }
    }
}
