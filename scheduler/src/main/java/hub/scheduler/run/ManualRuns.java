package hub.scheduler.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What operators ask for. Methods throw {@link hub.projections.store.StoreUnavailable} if it cannot be known. */
public interface ManualRuns {

    /**
     * @param idempotencyKey the same wish said twice has the same key, and is run once
     * @param by the id of the key that asked
     */
    record Wish(String job, LocalDate date, String idempotencyKey, Instant askedAt, String by) {}

    /** What is asked and not yet granted. */
    List<Wish> wishes();

    void granted(Wish wish);
}
