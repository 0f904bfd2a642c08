package hub.scheduler;

import java.util.Optional;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

/**
 * Treats a lock store that is away like a lock that is taken: the job does not run and is due again next time. A lock
 * that cannot be given back expires by itself.
 */
final class PatientLocks implements LockProvider {

    private final LockProvider delegate;
    private final Outage outage;

    PatientLocks(LockProvider delegate, Outage outage) {
        this.delegate = delegate;
        this.outage = outage;
    }

    @Override
    public Optional<SimpleLock> lock(LockConfiguration configuration) {
        try {
            Optional<SimpleLock> lock = delegate.lock(configuration);
            outage.worked();
            return lock.map(Expiring::new);
        } catch (RuntimeException e) {
            outage.failed(e);
            return Optional.empty();
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
