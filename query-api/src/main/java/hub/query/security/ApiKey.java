package hub.query.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that is known, without its secret.
 *
 * @param fingerprint the beginning of the digest of its text, which proves nothing: tells it from another one that was given
 *     the same id
 * @param notBefore from when on it is accepted; null for always
 * @param expires from when on it is refused; null for never
 * @param revoked refused whatever the time
 */
public record ApiKey(
        String id,
        String fingerprint,
        Set<Scope> scopes,
        @Nullable Instant notBefore,
        @Nullable Instant expires,
        boolean revoked) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** What it is allowed, if all of {@code needed} is; to be looked at again by {@link KeyRing#covers}. */
    public Grant grant(Set<Scope> needed) {
        return new Grant(id, fingerprint, needed);
    }

    /** Whether it is accepted at {@code now}. */
    public boolean isValid(Instant now) {
        return !revoked
                && (notBefore == null || !now.isBefore(notBefore))
                && (expires == null || now.isBefore(expires));
    }
}
