package hub.ingest.sql;

import hub.ingest.Finding;
import hub.ingest.Finding.Problem;
import hub.ingest.Finding.Warning;
import hub.ingest.Flavor;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Whether the server's binary log holds what the read models need, long enough. */
record BinlogChecks(Flavor flavor, Map<String, String> variables, Consumer<Finding> findings) {

    private static final String SET_AND_RESTART = "set it in the server's configuration and restart the server";
    private static final String SET_GLOBAL = "SET GLOBAL it (for new sessions) and in the server's configuration";

    void run(Duration retentionBudget) {
        if (!is("log_bin", "ON")) {
            problem("log_bin", "ON", SET_AND_RESTART);
            return;
        }
        if (variables.containsKey("binlog_format") && !is("binlog_format", "ROW")) {
            problem("binlog_format", "ROW", SET_GLOBAL);
        }
        if (variables.containsKey("binlog_row_image") && !is("binlog_row_image", "FULL")) {
            problem("binlog_row_image", "FULL", SET_GLOBAL + "; without before images a moved row cannot be retracted");
        }
        if (value("binlog_row_value_options").toUpperCase(Locale.ROOT).contains("PARTIAL_JSON")) {
            problem("binlog_row_value_options", "empty", SET_GLOBAL + "; partial JSON hides updates");
        }
        if (value("gtid_mode").toUpperCase(Locale.ROOT).endsWith("_PERMISSIVE")) {
            problem(
                    "gtid_mode",
                    "ON, or OFF",
                    "SET GLOBAL it one step on or back: half-way, positions are neither of the two kinds");
        } else if (flavor == Flavor.MYSQL && !is("gtid_mode", "ON")) {
            findings.accept(new Warning(
                    "gtid_mode",
                    value("gtid_mode"),
                    "ON",
                    "without GTIDs positions belong to one server: a failover needs a rebuild of the read models"));
        }
        retention(retentionBudget);
    }

    private void retention(Duration budget) {
        if (is("binlog_expire_logs_auto_purge", "OFF")) {
            return;
        }
        String seconds = value("binlog_expire_logs_seconds");
        if (!seconds.isEmpty()) {
            tooShort("binlog_expire_logs_seconds", Long.parseLong(seconds), 1, budget);
        } else if (!value("expire_logs_days").isEmpty()) {
            tooShort("expire_logs_days", Math.round(Double.parseDouble(value("expire_logs_days"))), 86_400, budget);
        }
    }

    private void tooShort(String setting, long kept, long unitSeconds, Duration budget) {
        long wanted = (budget.toSeconds() + unitSeconds - 1) / unitSeconds;
        if (kept > 0 && kept < wanted) {
            problem(
                    setting,
                    "0 (for ever) or at least " + wanted,
                    SET_GLOBAL + "; an outage longer than this loses the place in the binary log");
        }
    }

    private String value(String name) {
        return variables.getOrDefault(name, "");
    }

    private boolean is(String name, String wanted) {
        return value(name).equalsIgnoreCase(wanted);
    }

    private void problem(String setting, String wanted, String wayOut) {
        findings.accept(new Problem(setting, value(setting).isEmpty() ? "not set" : value(setting), wanted, wayOut));
    }
}
