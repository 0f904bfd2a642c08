package hub.scheduler.run;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One attempt, or what stands for one, in {@code hub_job_runs}. */
public record LedgerRow(
        long id,
        String job,
        String key,
        Instant dueAt,
        LocalDate date,
        String cause,
        int attempt,
        String instance,
        Instant startedAt,
        @Nullable Instant endedAt,
        RunOutcome outcome,
        @Nullable String position,
        @Nullable String summary) {}
