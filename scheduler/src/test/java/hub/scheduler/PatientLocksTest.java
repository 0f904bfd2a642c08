package hub.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.junit.jupiter.api.Test;

class PatientLocksTest {

    private static final Instant NOW = Instant.parse("2026-01-15T15:00:00Z");
    private static final LockConfiguration CANARY =
            new LockConfiguration(NOW, "canary", Duration.ofSeconds(10), Duration.ZERO);

    private final RecordingLog log = new RecordingLog();

    @Test
    void aStoreThatIsAwayGivesNoLockAndOneLogLine() {
        LockProvider locks = patient(configuration -> {
            throw new IllegalStateException("Redis is away");
        });

        assertThat(locks.lock(CANARY)).isEmpty();
        assertThat(locks.lock(CANARY)).isEmpty();
        assertThat(log.lines).containsExactly("warn: Locking fails and is retried quietly: Redis is away");
    }

    @Test
    void whileTheStoreIsAwayLocksComeFromTheOtherOne() {
        SimpleLock held = () -> {};
        List<String> asked = new ArrayList<>();
        LockProvider other = configuration -> {
            asked.add(configuration.getName());
            return Optional.of(held);
        };
        Outage outage = new Outage(log.logger, "Locking", () -> NOW);

        assertThat(new PatientLocks(configuration -> Optional.empty(), outage, other).lock(CANARY))
                .as("taken is taken")
                .isEmpty();
        assertThat(asked).isEmpty();
        LockProvider away = configuration -> {
            throw new IllegalStateException("Redis is away");
        };
        assertThat(new PatientLocks(away, outage, other).lock(CANARY)).contains(held);
        assertThat(asked).containsExactly("canary");
    }

    @Test
    void aLockThatCannotBeGivenBackIsLeftToExpire() {
        SimpleLock stuck = () -> {
            throw new IllegalStateException("Redis is away");
        };

        SimpleLock lock =
                patient(configuration -> Optional.of(stuck)).lock(CANARY).orElseThrow();

        assertThatCode(lock::unlock).doesNotThrowAnyException();
        assertThat(log.lines).hasSize(1);
    }

    private LockProvider patient(LockProvider delegate) {
        return new PatientLocks(delegate, new Outage(log.logger, "Locking", () -> NOW));
    }
}
