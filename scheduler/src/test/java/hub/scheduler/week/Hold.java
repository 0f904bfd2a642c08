package hub.scheduler.week;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Where the next run of a job stays, once it is asked to, until it is told to go on. Thread-safe. */
final class Hold {

    /** Asked for in place of a job: whichever comes first. */
    static final String ANY = "any";

    static final String NOBODY = "-";

    enum Place {
        /** All is known that will be written, and no transaction is open. */
        PREPARED,
        /** All is written, and nothing is committed. */
        WRITTEN
    }

    private @Nullable Place place; // guarded by this
    private String job = NOBODY; // guarded by this
    private volatile String held = NOBODY;
    private volatile String last = NOBODY;
    private volatile CountDownLatch released = new CountDownLatch(0);

    synchronized void ask(String wanted, Place where) {
        job = wanted;
        place = where;
    }

    /** The job that stays. */
    String held() {
        return held;
    }

    /** The job that stayed last. */
    String last() {
        return last;
    }

    /** Whoever is held goes on, and what was asked for is no more. */
    synchronized void release() {
        place = null;
        held = NOBODY;
        released.countDown();
    }

    void at(Place here, String name) throws InterruptedException {
        if (stays(here, name)) {
            released.await();
        }
    }

    private synchronized boolean stays(Place here, String name) {
        if (place != here || !(job.equals(ANY) || job.equals(name))) {
            return false;
        }
        place = null;
        released = new CountDownLatch(1);
        last = name;
        held = name;
        return true;
    }
}
