package hub.ingest.sql;

import hub.ingest.Finding;
import hub.ingest.Flavor;
import hub.ingest.Grants;
import hub.ingest.SourceSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Global privileges, as {@code SHOW GRANTS} tells them, with those of the active roles. */
final class PrivilegeChecks {

    private PrivilegeChecks() {}

    /** @param names under which the privilege may be listed */
    private record Needed(String name, String purpose, List<String> names) {
        Needed(String name, String purpose, String... others) {
            this(name, purpose, names(name, others));
        }

        private static List<String> names(String name, String... others) {
            List<String> names = new ArrayList<>(List.of(others));
            names.add(name);
            return names;
        }
    }

    static void run(SourceConnection source, SourceSettings settings, Consumer<Finding> findings) throws SQLException {
        List<String> global = globalGrants(source);
        for (Needed needed : needed(settings.flavor())) {
            if (global.stream().noneMatch(grant -> grants(grant, needed))) {
                findings.accept(new Finding.Problem(
                        "privilege " + needed.name(),
                        "not granted to " + settings.username(),
                        "granted ON *.*, " + needed.purpose(),
                        Grants.statements(settings, "'" + settings.username() + "'@'%'")
                                .getFirst()));
            }
        }
    }

    private static List<Needed> needed(Flavor flavor) {
        return switch (flavor) {
            case MYSQL ->
                List.of(
                        new Needed("REPLICATION SLAVE", "to read the change stream"),
                        new Needed("REPLICATION CLIENT", "to read the position"),
                        new Needed("RELOAD", "for the moment's lock with which a snapshot begins"));
            case MARIADB ->
                List.of(
                        new Needed("REPLICATION SLAVE", "to read the change stream", "REPLICATION SLAVE ADMIN"),
                        new Needed("BINLOG MONITOR", "to read the position", "REPLICATION CLIENT"),
                        new Needed("RELOAD", "for the moment's lock with which a snapshot begins"));
        };
    }

    private static boolean grants(String grant, Needed needed) {
        String privileges = grant.substring("GRANT ".length(), grant.indexOf(" ON "));
        return privileges.equals("ALL PRIVILEGES")
                || List.of(privileges.split(", ")).stream().anyMatch(needed.names()::contains);
    }

    private static List<String> globalGrants(SourceConnection source) throws SQLException {
        List<String> grants = new ArrayList<>(list(source, "SHOW GRANTS" + activeRoles(source)));
        if (source.flavor() == Flavor.MARIADB
                && source.text("SELECT CURRENT_ROLE()").isPresent()) {
            grants.addAll(list(source, "SHOW GRANTS FOR CURRENT_ROLE"));
        }
        return grants.stream()
                .map(grant -> grant.toUpperCase(Locale.ROOT))
                .filter(grant -> grant.startsWith("GRANT ") && grant.contains(" ON *.* "))
                .toList();
    }

    private static String activeRoles(SourceConnection source) throws SQLException {
        if (source.flavor() == Flavor.MARIADB) {
            return "";
        }
        Optional<String> roles = source.text("SELECT CURRENT_ROLE()").filter(role -> !role.equals("NONE"));
        return roles.map(names -> " FOR CURRENT_USER() USING " + names).orElse("");
    }

    private static List<String> list(SourceConnection source, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = source.jdbc().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
