package hub.query.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often one caller may ask: by address before anything else is looked at, by key once it is proven. An IPv6 address
 * counts by its network of 64 bits, since one caller has all of them. Remembers a bounded number of callers: who asks with
 * many made-up keys is one address, and made-up keys are not remembered at all.
 *
 * <p>Safe for concurrent use; does not block.
 */
public final class RateLimits {

    private static final int MAX_REMEMBERED = 20_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int NETWORK_BYTES = 8;

    private final RateLimiterConfig address;
    private final RateLimiterConfig key;
    private final long retryAfter;
    private final Cache<Object, RateLimiter> addresses;
    private final Cache<String, RateLimiter> keys;

    /**
     * @param perAddress requests of one address in each period
     * @param perKey requests of one key in each period; a batch counts as its items
     */
    public RateLimits(int perAddress, int perKey, Duration period) {
        this(perAddress, perKey, period, Ticker.systemTicker());
    }

    RateLimits(int perAddress, int perKey, Duration period, Ticker ticker) {
        this.addresses = remember(period, ticker);
        this.keys = remember(period, ticker);
        this.address = config(perAddress, period);
        this.key = config(perKey, period);
        this.retryAfter = Math.max(1, period.toSeconds());
    }

    private static RateLimiterConfig config(int calls, Duration period) {
        return RateLimiterConfig.custom()
                .limitForPeriod(calls)
                .limitRefreshPeriod(period)
                .timeoutDuration(Duration.ZERO)
                .build();
    }

    /** Whoever is forgotten begins anew, so not before his period is over. */
    private static <K> Cache<K, RateLimiter> remember(Duration period, Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterAccess(period.compareTo(REMEMBERED) > 0 ? period : REMEMBERED)
                .ticker(ticker)
                .build();
    }

    /** Whether the caller at {@code from} may ask once more; null is one caller, too. */
    public boolean allowsAddress(@Nullable InetAddress from) {
        return addresses
                .get(from == null ? "" : network(from), missing -> RateLimiter.of("address", address))
                .acquirePermission(1);
    }

    /** Whether {@code by} may ask for {@code cost} answers more. */
    public boolean allowsKey(ApiKey by, int cost) {
        return keys.get(by.id(), missing -> RateLimiter.of("key", key)).acquirePermission(cost);
    }

    /** In how many seconds a refused caller may try again. */
    public long retryAfter() {
        return retryAfter;
    }

    /** How many callers are remembered. */
    long remembered() {
        addresses.cleanUp();
        keys.cleanUp();
        return addresses.estimatedSize() + keys.estimatedSize();
    }

    private static Object network(InetAddress from) {
        return from instanceof Inet6Address v6 ? prefix(v6.getAddress()) : from;
    }

    private static Long prefix(byte[] bytes) {
        long prefix = 0;
        for (int i = 0; i < NETWORK_BYTES; i++) {
            prefix = prefix << 8 | bytes[i] & 0xFF;
        }
        return prefix;
    }
}
