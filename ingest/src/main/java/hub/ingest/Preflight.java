package hub.ingest;

import hub.ingest.sql.SourceChecks;
import hub.ingest.sql.SourceConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the source before anything is started or written, and lists everything at once. Writes nothing. */
public final class Preflight {

    /** How long the service may be away without losing its place in the binlog. */
    public static final Duration RETENTION_BUDGET = Duration.ofHours(24);

    static final String HOST = "hub.mysql.host";

    private Preflight() {}

    public static Findings run(SourceSettings settings) {
        return run(settings, RETENTION_BUDGET);
    }

    public static Findings run(SourceSettings settings, Duration retentionBudget) {
        List<Finding> findings = new ArrayList<>();
        try (SourceConnection source = SourceConnection.open(settings)) {
            SourceChecks.run(source, settings, retentionBudget, findings::add);
        } catch (SQLException e) {
            findings.add(refused(settings, e));
        }
        return new Findings(findings);
    }

    private static Finding refused(SourceSettings settings, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String said = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        if (state.startsWith("28") || e.getErrorCode() == 1045 || e.getErrorCode() == 1698) {
            return new Finding.Problem(
                    "hub.mysql.username, hub.mysql.password",
                    "user " + settings.username() + " refused (" + said + ")",
                    "a user that may log in from here",
                    "correct the properties, or create the user as `hub doctor` prints it");
        }
        if (e.getErrorCode() == 1049 || e.getErrorCode() == 1044) {
            return new Finding.Problem(
                    "hub.mysql.database",
                    settings.database() + " (" + said + ")",
                    "an existing schema that " + settings.username() + " may read",
                    "correct the property, or grant SELECT on it");
        }
        return new Finding.Problem(
                HOST,
                settings.host() + ":" + settings.port() + " not reached (" + said + ")",
                "a server that answers",
                "check hub.mysql.host, hub.mysql.port and hub.mysql.ssl-mode, and that the server runs");
    }
}
