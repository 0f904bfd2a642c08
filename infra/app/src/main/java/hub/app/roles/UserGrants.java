package hub.app.roles;

import hub.ingest.Grants;
import hub.mysql.MysqlSettings;
import hub.projections.change.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The rights of the three MySQL users. Users that are the same one get all of it. */
final class UserGrants {

    /** The tables that the service itself creates and writes. */
    private static final List<String> OWN = List.of(
            "hub_schema_history",
            "hub_job_runs",
            Table.HEARTBEAT.sqlName(),
            Table.SEALS.sqlName(),
            Table.DAY_RATES.sqlName(),
            "hub_alerts",
            "hub_reports",
            "hub_report_mails");

    private final MysqlUsers mysql;

    UserGrants(MysqlUsers mysql) {
        this.mysql = mysql;
    }

    /** Statements and comment lines, to be read and then run by an administrator. */
    List<String> statements() {
        List<String> lines = new ArrayList<>();
        lines.add("-- The change stream (hub.mysql.username). Narrow '%' to the hosts that the service runs on.");
        String source = mysql.source().username();
        lines.add(create(source));
        Grants.statements(mysql.source(), account(source)).forEach(grant -> lines.add(grant + ";"));
        Grants.optionalStatements(mysql.source(), account(source)).forEach(grant -> lines.add(ifThere(grant)));
        lines.add("-- The jobs and the service's own tables (hub.mysql.jobs.username).");
        lines.addAll(jobs(mysql.jobs()));
        lines.add("-- Reads when Redis cannot answer (hub.mysql.query.username).");
        lines.addAll(query(mysql.query()));
        return lines;
    }

    private static List<String> jobs(MysqlSettings user) {
        List<String> lines = new ArrayList<>(List.of(create(user.username())));
        for (String table : OWN) {
            lines.add("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX ON `" + user.database() + "`.`"
                    + table + "` TO " + account(user.username()) + ";");
        }
        lines.addAll(reads(user));
        lines.add("-- Without this one, the jobs that write scores must not be on; shadows need none of it.");
        lines.add(grant("INSERT, UPDATE", user, Table.DAILY_SCORES));
        lines.add("-- These two only with hub.connecteam.enabled.");
        lines.add(grant("INSERT, UPDATE", user, Table.CLOCK_TIMES));
        lines.add(grant("INSERT, UPDATE", user, Table.EMPLOYEES));
        return lines;
    }

    private static List<String> query(MysqlSettings user) {
        List<String> lines = new ArrayList<>(List.of(create(user.username())));
        lines.addAll(reads(user));
        Stream.of(Table.SEALS, Table.DAY_RATES)
                .map(own -> ifThere(select(user, own.sqlName())))
                .forEach(lines::add);
        lines.add("-- The kept reports; the table exists once the service has run.");
        lines.add(ifThere(select(user, "hub_reports")));
        return lines;
    }

    /** Every captured table that is not the service's own: boards are computed from all of them. */
    private static List<String> reads(MysqlSettings user) {
        return Arrays.stream(Table.values())
                .filter(table -> !table.isOwn())
                .map(table -> {
                    String grant = select(user, table.sqlName());
                    return table.isOptional() ? ifThere(grant) : grant + ";";
                })
                .toList();
    }

    private static String select(MysqlSettings user, String table) {
        return "GRANT SELECT ON `" + user.database() + "`.`" + table + "` TO " + account(user.username());
    }

    private static String grant(String rights, MysqlSettings user, Table table) {
        return "GRANT " + rights + " ON `" + user.database() + "`.`" + table.sqlName() + "` TO "
                + account(user.username()) + ";";
    }

    /** A comment: to run it for a table that does not exist is an error. */
    private static String ifThere(String grant) {
        return "-- if the table exists: " + grant + ";";
    }

    private static String create(String user) {
        return "CREATE USER IF NOT EXISTS " + account(user) + " IDENTIFIED BY '...';";
    }

    private static String account(String user) {
        return "'" + user.replace("'", "''") + "'@'%'";
    }
}
