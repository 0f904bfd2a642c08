package hub.app.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a process can do. */
public enum Role {
    /** Reads the change stream and keeps the read models. */
    INGEST,
    /** Answers the dashboards. */
    QUERY,
    /** Runs the jobs. */
    SCHEDULER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UsageError naming the word that is not a role, or if there is none */
    public static Set<Role> parse(String words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : words.split(",", -1)) {
            if (!word.isBlank()) {
                roles.add(Arrays.stream(values())
                        .filter(role -> role.word().equals(word.strip()))
                        .findFirst()
                        .orElseThrow(() -> new UsageError(Properties.ROLES.name() + ": \"" + word.strip()
                                + "\" is not a role; the roles are " + all())));
            }
        }
        if (roles.isEmpty()) {
            throw new UsageError(Properties.ROLES.name() + " names no role; the roles are " + all());
        }
        return roles;
    }

    private static String all() {
        return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
    }
}
