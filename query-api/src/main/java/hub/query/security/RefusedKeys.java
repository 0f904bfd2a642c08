package hub.query.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit of keys that were refused: who came, which id was claimed and why it was refused, once a minute for each caller
 * and reason and at most {@link #MOST_A_MINUTE} in all, so that strangers cannot fill the log. Never the key.
 */
public final class RefusedKeys {

    private static final Logger log = LoggerFactory.getLogger(RefusedKeys.class);
    private static final int MAX_REMEMBERED = 1_000;
    static final int MOST_A_MINUTE = 100;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Seen(String address, ApiKeys.Verdict verdict) {}

    private final Cache<Seen, Boolean> told = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(MINUTE)
            .build();
    private final RateLimiter lines = RateLimiter.of(
            "audit",
            RateLimiterConfig.custom()
                    .limitForPeriod(MOST_A_MINUTE)
                    .limitRefreshPeriod(MINUTE)
                    .timeoutDuration(Duration.ZERO)
                    .build());
    private final AtomicLong untold = new AtomicLong();

    /** Writes it down, unless the same, or too much, was written within the minute. */
    public void refused(@Nullable InetAddress from, @Nullable String presented, ApiKeys.Verdict verdict) {
        Seen seen = new Seen(from == null ? "unknown" : from.getHostAddress(), verdict);
        if (told.asMap().putIfAbsent(seen, Boolean.TRUE) != null) {
            return;
        }
        if (!lines.acquirePermission()) {
            untold.incrementAndGet();
            return;
        }
        log.warn(
                "A key was refused: address={} claimed={} reason={} untold={}",
                seen.address(),
                claimed(presented),
                verdict,
                untold.getAndSet(0));
    }

    /** The id that was claimed, if it has the form of one: anything else is a stranger's text. */
    private static String claimed(@Nullable String presented) {
        String id = presented == null ? null : KeyText.claimedId(presented);
        return id != null && KeyText.isId(id) ? id : "none";
    }
}
