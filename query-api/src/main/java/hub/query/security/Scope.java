package hub.query.security;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a key may do. A route declares exactly one. */
public enum Scope {
    /** Dashboards. */
    READ,
    /** Pay rates and what is computed from them. */
    COST_READ,
    /** The pages of single employees. */
    EMPLOYEE_READ,
    /** How the pipeline is, and commands to it. */
    OPS,
    /** Past states. */
    REPLAY;

    /** The word used in configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /**
     * Reads {@code read+cost:read}.
     *
     * @throws IllegalArgumentException naming the word that is not a scope
     */
    public static Set<Scope> parse(String words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words.split("[+,]", -1)) {
            scopes.add(Stream.of(values())
                    .filter(scope -> scope.word().equals(word.strip()))
                    .findAny()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "\"" + word + "\" is not a scope; the scopes are " + words(Set.of(values())))));
        }
        return scopes;
    }

    /** Writes what {@link #parse} reads. */
    public static String words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining("+"));
    }
}
