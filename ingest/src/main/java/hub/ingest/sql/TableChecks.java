package hub.ingest.sql;

import hub.ingest.Finding;
import hub.ingest.Finding.Problem;
import hub.ingest.Finding.Warning;
import hub.ingest.Flavor;
import hub.ingest.SourceSettings;
import hub.projections.change.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether the captured tables and columns are there, readable, and wholly in the binary log. */
record TableChecks(SourceConnection source, SourceSettings settings, Consumer<Finding> findings) {

    void run(Map<String, String> variables) throws SQLException {
        Map<String, List<String>> columns = groups(
                "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()");
        Map<String, List<String>> engines =
                groups("SELECT table_name, engine FROM information_schema.tables WHERE table_schema = DATABASE()");
        for (Table table : Table.values()) {
            List<String> present = columns.get(table.sqlName());
            if (present == null) {
                missing(table);
            } else if (columnsPresent(table, present)) {
                readable(table, present);
                transactional(table, engines.getOrDefault(table.sqlName(), List.of()));
            }
        }
        cascades(variables);
    }

    private void missing(Table table) {
        String name = settings.database() + "." + table.sqlName();
        if (table.isOptional() && !table.isOwn()) {
            findings.accept(
                    new Warning(
                            "table " + name,
                            "missing or invisible to " + settings.username(),
                            "may be missing",
                            "if it exists, GRANT SELECT ON it: a change of a table that the snapshot did not see stops the stream"));
            return;
        }
        findings.accept(
                table.isOwn()
                        ? new Warning("table " + name, "missing", "present", "`hub serve` creates it")
                        : new Problem(
                                "table " + name,
                                "missing or invisible to " + settings.username(),
                                "present and readable",
                                "check hub.mysql.database, or GRANT SELECT ON it"));
    }

    private boolean columnsPresent(Table table, List<String> present) {
        List<String> missing =
                table.columns().stream().filter(c -> !present.contains(c)).toList();
        missing.forEach(column -> findings.accept(columnMissing(table, column)));
        return missing.stream().allMatch(table::isOptional);
    }

    private Finding columnMissing(Table table, String column) {
        String name = "column " + settings.database() + "." + table.sqlName() + "." + column;
        String found = "missing or invisible to " + settings.username();
        OptionalLong absent = table.absent(column);
        String counts = absent.isPresent() ? "counts as " + absent.getAsLong() : "is shown as null";
        return table.isOptional(column)
                ? new Warning(name, found, "may be missing", "nothing to do; it " + counts)
                : new Problem(name, found, "present and readable", "add the column, or grant SELECT on it");
    }

    private void readable(Table table, List<String> present) {
        String columns = table.columns().stream()
                .filter(present::contains)
                .map(c -> "`" + c + "`")
                .collect(Collectors.joining(", "));
        try {
            source.text("SELECT " + columns + " FROM `" + table.sqlName() + "` LIMIT 0");
            source.text("SHOW CREATE TABLE `" + table.sqlName() + "`");
        } catch (SQLException e) {
            findings.accept(new Problem(
                    "table " + settings.database() + "." + table.sqlName(),
                    "not readable (" + e.getMessage() + ")",
                    "SELECT granted",
                    "GRANT SELECT ON `" + settings.database() + "`.`" + table.sqlName() + "`"));
        }
    }

    private void transactional(Table table, List<String> engine) {
        if (engine.stream().anyMatch(e -> !e.equalsIgnoreCase("InnoDB"))) {
            findings.accept(new Problem(
                    "engine of " + settings.database() + "." + table.sqlName(),
                    engine.getFirst(),
                    "InnoDB",
                    "ALTER TABLE … ENGINE=InnoDB: changes that do not roll back cannot be followed exactly"));
        }
    }

    private void cascades(Map<String, String> variables) throws SQLException {
        if (source.flavor() == Flavor.MYSQL && "OFF".equalsIgnoreCase(variables.get("innodb_native_foreign_keys"))) {
            return; // MySQL 9.6 and later: the SQL layer carries out cascades and logs their rows.
        }
        Map<String, List<String>> rules =
                groups("SELECT table_name, CONCAT(constraint_name, ' ON DELETE ', delete_rule,"
                        + " ' ON UPDATE ', update_rule) FROM information_schema.referential_constraints"
                        + " WHERE constraint_schema = DATABASE() AND (delete_rule IN ('CASCADE', 'SET NULL', 'SET DEFAULT')"
                        + " OR update_rule IN ('CASCADE', 'SET NULL', 'SET DEFAULT'))");
        rules.forEach((name, constraints) -> Table.named(name)
                .ifPresent(table -> constraints.forEach(constraint -> findings.accept(new Problem(
                        "foreign key of " + settings.database() + "." + name,
                        constraint,
                        "RESTRICT or NO ACTION",
                        "rows that a cascade changes are not in the binary log: change the rule, or on MySQL 9.6 and"
                                + " later set innodb_native_foreign_keys=OFF")))));
    }

    private Map<String, List<String>> groups(String sql) throws SQLException {
        Map<String, List<String>> groups = new HashMap<>();
        try (Statement statement = source.jdbc().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                groups.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(String.valueOf(rows.getString(2)));
            }
        }
        return groups;
    }
}
