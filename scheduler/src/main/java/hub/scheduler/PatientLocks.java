package hub.scheduler;

import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

/**
 * While the lock store is away, locks come from another one; without another, every lock counts as taken, so the work is due
 * again next time. A lock that cannot be given back expires by itself.
 */
final class PatientLocks implements LockProvider {

    private static final LockProvider TAKEN = configuration -> Optional.empty();

    private final LockProvider delegate;
    private final Outage outage;
    private final LockProvider otherwise;

    PatientLocks(LockProvider delegate, Outage outage) {
        this(delegate, outage, TAKEN);
    }

    /** @param otherwise who gives locks while {@code delegate} is away; neither knows of the other's */
    PatientLocks(LockProvider delegate, Outage outage, LockProvider otherwise) {
        this.delegate = delegate;
        this.outage = outage;
        this.otherwise = otherwise;
    }

    @Override
    public Optional<SimpleLock> lock(LockConfiguration configuration) {
        try {
            Optional<SimpleLock> lock = delegate.lock(configuration);
            outage.worked();
            return lock.map(Expiring::new);
        } catch (RuntimeException e) {
            outage.failed(e);
            return otherwise.lock(configuration);
        }
    }

    private final class Expiring implements SimpleLock {
        private final SimpleLock lock;

        Expiring(SimpleLock lock) {
            this.lock = lock;
        }

        @Override
        public void unlock() {
            try {
                lock.unlock();
            } catch (RuntimeException e) {
                outage.failed(e);
            }
        }
    }
}
