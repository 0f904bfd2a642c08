package hub.ingest.sql;

import hub.ingest.Finding;
import hub.ingest.SourceSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Everything that is checked over one connection; a check that cannot be made says so instead of ending the others. */
public final class SourceChecks {

    private SourceChecks() {}

    /** One look at the source. */
    private interface Check {
        void run() throws SQLException;
    }

    public static void run(
            SourceConnection source, SourceSettings settings, Duration retentionBudget, Consumer<Finding> findings)
            throws SQLException {
        Map<String, String> variables = source.variables();
        new BinlogChecks(source.flavor(), variables, findings).run(retentionBudget);
        new ServerIdCheck(settings, variables, findings).run(source);
        attempt(
                "privileges of " + settings.username(),
                findings,
                () -> PrivilegeChecks.run(source, settings, findings));
        attempt("captured tables", findings, () -> new TableChecks(source, settings, findings).run(variables));
    }

    private static void attempt(String what, Consumer<Finding> findings, Check check) {
        try {
            check.run();
        } catch (SQLException e) {
            findings.accept(new Finding.Problem(
                    what, "not readable (" + e.getMessage() + ")", "readable", "grant what `hub doctor` prints"));
        }
    }
}
