package hub.query.security;

import java.util.Set;

/** A key that is accepted, without its secret. */
public record ApiKey(String id, Set<Scope> scopes) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
