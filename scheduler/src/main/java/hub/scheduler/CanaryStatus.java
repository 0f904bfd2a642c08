package hub.scheduler;

import hub.projections.change.Canary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How this process's canary writer fares, for operators.
 *
 * @param last the last canary that this process wrote and announced; null if none yet (another process may hold the lock)
 * @param failingSince when writing began to fail; null while it works
 * @param cause why it fails; empty while it works
 */
public record CanaryStatus(@Nullable Canary last, @Nullable Instant failingSince, String cause) {}
