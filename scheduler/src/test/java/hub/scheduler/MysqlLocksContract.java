package hub.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.scheduler.run.JobsDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.junit.jupiter.api.Test;

/** Locks of sessions, on every server. */
abstract class MysqlLocksContract {

    abstract TestServers servers();

    @Test
    void oneHoldsALockUntilItIsGivenBack() {
        MysqlSettings schema = servers().freshSchema();
        LockProvider one = locks(schema);
        LockProvider other = locks(schema);

        SimpleLock held = one.lock(job("finalize-daily")).orElseThrow();
        assertThat(other.lock(job("finalize-daily"))).isEmpty();
        assertThat(one.lock(job("finalize-daily"))).as("by itself, too").isEmpty();
        SimpleLock another = other.lock(job("close-day")).orElseThrow();

        held.unlock();
        Optional<SimpleLock> next = other.lock(job("finalize-daily"));
        assertThat(next).isPresent();
        next.get().unlock();
        another.unlock();
    }

    @Test
    void servicesWithSchemasOfTheirOwnDoNotKeepEachOtherOff() {
        SimpleLock here = locks(servers().freshSchema()).lock(job("close-day")).orElseThrow();
        SimpleLock there = locks(servers().freshSchema()).lock(job("close-day")).orElseThrow();
        here.unlock();
        there.unlock();
    }

    @Test
    void aHolderThatIsSilentForTooLongLosesIt() {
        MysqlSettings schema = servers().freshSchema();
        LockProvider locks = locks(schema);
        SimpleLock held = locks.lock(new LockConfiguration(Instant.now(), "j", Duration.ofSeconds(1), Duration.ZERO))
                .orElseThrow();

        Eventually.await(Duration.ofSeconds(60), () -> {
            Optional<SimpleLock> next = locks.lock(job("j"));
            next.ifPresent(SimpleLock::unlock);
            return next.isPresent();
        });
        held.unlock();
    }

    @Test
    void aServerThatIsAwayGivesNoLock() {
        assertThat(locks(new MysqlSettings("127.0.0.1", 1, "hub", "hub", "", SslMode.DISABLED))
                        .lock(job("j")))
                .isEmpty();
    }

    private static LockProvider locks(MysqlSettings schema) {
        return new MysqlLocks(new JobsDatabase(schema));
    }

    private static LockConfiguration job(String name) {
        return new LockConfiguration(Instant.now(), name, Duration.ofMinutes(1), Duration.ZERO);
    }
}
