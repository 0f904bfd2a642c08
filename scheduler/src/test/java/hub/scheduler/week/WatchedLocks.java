package hub.scheduler.week;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

/** Knows, by who holds or wants a lock, which runs are under way and since when. Thread-safe. */
final class WatchedLocks implements LockProvider {

    private static final String PREFIX = "job-";

    private final LockProvider delegate;
    private final InstantSource clock;
    private final Map<String, Instant> since = new ConcurrentHashMap<>();

    WatchedLocks(LockProvider delegate, InstantSource clock) {
        this.delegate = delegate;
        this.clock = clock;
    }

    @Override
    public Optional<SimpleLock> lock(LockConfiguration configuration) {
        String job = configuration.getName().substring(PREFIX.length());
        since.put(job, clock.instant());
        Optional<SimpleLock> lock = delegate.lock(configuration);
        if (lock.isEmpty()) {
            since.remove(job);
        }
        return lock.map(held -> () -> {
            try {
                held.unlock();
            } finally {
                since.remove(job);
            }
        });
    }

    String underWay() {
        String jobs = since.keySet().stream().sorted().collect(Collectors.joining(","));
        return jobs.isEmpty() ? Hold.NOBODY : jobs;
    }

    long busyMinutes(String exceptFor) {
        Instant now = clock.instant();
        return since.entrySet().stream()
                .filter(run -> !run.getKey().equals(exceptFor))
                .mapToLong(run -> Duration.between(run.getValue(), now).toMinutes())
                .max()
                .orElse(0);
    }
}
