package hub.ingest;

import hub.projections.change.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The least that the change stream's user must be allowed, as statements to run. Generated from the vocabulary. Whole
 * tables, because the layout of a table is told only to those who may read all of it; what is read and what enters the
 * stream are the listed columns alone.
 */
public final class Grants {

    private Grants() {}

    /**
     * @param user as it stands in a statement, e.g. {@code 'hub'@'%'}
     * @return statements without a semicolon
     */
    public static List<String> statements(SourceSettings settings, String user) {
        String replication = switch (settings.flavor()) {
            case MYSQL -> "REPLICATION SLAVE, REPLICATION CLIENT, RELOAD";
            case MARIADB -> "REPLICATION SLAVE, BINLOG MONITOR, RELOAD";
        };
        List<String> statements = new ArrayList<>();
        statements.add("GRANT " + replication + " ON *.* TO " + user);
        Arrays.stream(Table.values())
                .filter(table -> !table.isOptional() || table.isOwn())
                .map(table -> "GRANT " + rights(table) + " ON `" + settings.database() + "`.`" + table.sqlName()
                        + "` TO " + user)
                .forEach(statements::add);
        return statements;
    }

    /** The same for the tables that the database may lack; each statement fails if its table is not there. */
    public static List<String> optionalStatements(SourceSettings settings, String user) {
        return Arrays.stream(Table.values())
                .filter(table -> table.isOptional() && !table.isOwn())
                .map(table -> "GRANT SELECT ON `" + settings.database() + "`.`" + table.sqlName() + "` TO " + user)
                .toList();
    }

    /** A right to a table that does not exist yet, as our own may not, is given only together with CREATE. */
    private static String rights(Table table) {
        return table.isOwn() ? "SELECT, CREATE" : "SELECT";
    }
}
