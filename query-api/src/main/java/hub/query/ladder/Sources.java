package hub.query.ladder;

import hub.projections.view.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where routes read from, as {@code hub.query.source} says: the read models, or MySQL as long as the read models are not
 * trusted. An answer that is put together from several views is read from MySQL if any of them is, so that it still stands
 * at one position.
 */
public final class Sources {

    /** All routes from the read models. */
    public static final Sources READ_MODEL = new Sources(false, Set.of());

    private static final String READ_MODEL_WORD = "read-model";
    private static final String MYSQL_WORD = "mysql";

    private final boolean mysqlUsually;
    private final Set<String> exceptions;

    private Sources(boolean mysqlUsually, Set<String> exceptions) {
        this.mysqlUsually = mysqlUsually;
        this.exceptions = Set.copyOf(exceptions);
    }

    /**
     * Reads a setting such as {@code read-model,leaderboard:mysql}: at most one source for all, and one for each route
     * named.
     *
     * @param routes the names that there are
     * @throws SourcesRefused that names the entry and what is allowed
     */
    public static Sources parse(String setting, Set<String> routes) {
        boolean usually = false;
        boolean usuallyGiven = false;
        Set<String> mysql = new HashSet<>();
        Set<String> named = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String entry : setting.split(",", -1)) {
            String text = entry.strip().toLowerCase(Locale.ROOT);
            int colon = text.indexOf(':');
            boolean isMysql = isMysql(text.substring(colon + 1).strip(), entry);
            if (colon < 0) {
                if (usuallyGiven) {
                    throw refused(entry, "names a second source for all routes");
                }
                usuallyGiven = true;
                usually = isMysql;
                continue;
            }
            String route = text.substring(0, colon).strip();
            if (!routes.contains(route)) {
                unknown.add(route);
            }
            if (!named.add(route)) {
                throw refused(entry, "names a route for the second time");
            }
            if (isMysql) {
                mysql.add(route);
            }
        }
        if (!unknown.isEmpty()) {
            throw refused(
                    String.join(",", unknown),
                    "is no route that reads boards; there are: " + String.join(", ", new TreeSet<>(routes)));
        }
        return usually ? new Sources(true, minus(named, mysql)) : new Sources(false, mysql);
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static boolean isMysql(String word, String entry) {
        return switch (word) {
            case MYSQL_WORD -> true;
            case READ_MODEL_WORD -> false;
            default ->
                throw refused(entry, "names no source; allowed: read-model or mysql, ROUTE:read-model, ROUTE:mysql");
        };
    }

    private static SourcesRefused refused(String entry, String why) {
        return new SourcesRefused(": \"" + entry.strip() + "\" " + why);
    }

    /** Whether any route is read from MySQL. */
    public boolean useMysql() {
        return mysqlUsually || !exceptions.isEmpty();
    }

    /** Whether the answer is read from MySQL. */
    <Q> boolean areMysql(View<Q, ?> view, Q query) {
        return useMysql() && view.parts(query).stream().anyMatch(part -> exceptions.contains(part) != mysqlUsually);
    }
}
