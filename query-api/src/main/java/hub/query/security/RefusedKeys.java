package hub.query.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit of keys that were refused: who came, which id was claimed and why it was refused, once a minute for each caller
 * and reason, so that a stranger cannot fill the log. Never the key.
 */
public final class RefusedKeys {

    private static final Logger log = LoggerFactory.getLogger(RefusedKeys.class);
    private static final int MAX_REMEMBERED = 1_000;

    private record Seen(String address, ApiKeys.Verdict verdict) {}

    private final Cache<Seen, Boolean> told = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** Writes it down, unless the same was written within the minute. */
    public void refused(@Nullable InetAddress from, @Nullable String presented, ApiKeys.Verdict verdict) {
        Seen seen = new Seen(from == null ? "unknown" : from.getHostAddress(), verdict);
        if (told.asMap().putIfAbsent(seen, Boolean.TRUE) == null) {
            log.warn("A key was refused: address={} claimed={} reason={}", seen.address(), claimed(presented), verdict);
        }
    }

    /** The id that was claimed, if it has the form of one: anything else is a stranger's text. */
    private static String claimed(@Nullable String presented) {
        String id = presented == null ? null : KeyText.id(presented);
        return id != null && KeyText.isId(id) ? id : "none";
    }
}
