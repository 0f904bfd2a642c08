package hub.query.security;

import java.util.Set;

/**
 * What a key was allowed once, by somebody who goes on using it: {@link KeyRing#covers} tells whether it still is.
 *
 * @param fingerprint the key's own, so that another one of the same id does not stand for it
 * @param scopes all that is needed
 */
public record Grant(String keyId, String fingerprint, Set<Scope> scopes) {

    public Grant {
        scopes = Set.copyOf(scopes);
    }
}
