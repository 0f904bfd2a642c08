package hub.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.store.Generation;
import hub.projections.view.ScoreMode;
import hub.testkit.hub.Dashboard;
import hub.testkit.hub.HubInProcess;
import hub.testkit.hub.SettableClock;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The mutation check: the same course and the same assertions, once without a defect and once with each. The readers are
 * the service itself. Prints which assertion caught which defect.
 */
class MutationIT {

    private static final Pattern DIFFERENCE = Pattern.compile("\"([^\"]*SQL says[^\"]*)\"");
    private static final int LONGEST = 160;
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Servers servers = Servers.embedded();
    private final SourceDatabase database = servers.source().freshDatabase("mutation");
    private final List<String> report = new ArrayList<>();
    private long generation;

    @Test
    void everyPlantedDefectIsCaught() {
        servers.store().wipe();
        try (Scenario db = new Scenario(database);
                HubInProcess readers = HubInProcess.start(
                        database,
                        servers.store(),
                        ScoreMode.LIVE,
                        new SettableClock(Course.NOW),
                        Map.of("hub.roles", "query"))) {
            Dashboard dashboard = readers.dashboard();
            Law.@Nullable Broken nothing = broken(Defect.NONE, new Course(db, dashboard));
            if (nothing != null) {
                throw new AssertionError("the course fails without any defect", nothing);
            }
            List<String> missed = new ArrayList<>();
            for (Defect defect : Defects.ALL) {
                Law.@Nullable Broken by = broken(defect, new Course(db, dashboard.withPatience(PATIENCE)));
                if (by != null && by.law() == Law.ANSWER && !Defects.SILENT.contains(defect.name())) {
                    // Only with the patience that suffices without any defect would it say something of this one.
                    by = broken(defect, new Course(db, dashboard));
                }
                report.add("%-45s %s".formatted(defect, by == null ? "NOT CAUGHT" : told(by)));
                boolean lied = by != null && by.law() == Law.PARITY && Defects.SILENT.contains(defect.name());
                if (by == null || lied) {
                    missed.add(defect.name());
                }
            }
            report.forEach(System.out::println);
            assertThat(Defects.ALL).hasSizeGreaterThanOrEqualTo(15);
            assertThat(missed)
                    .as("planted defects that no assertion caught, or silent ones that made an answer lie")
                    .isEmpty();
        }
    }

    /** Which law the course found broken; null if none was. That something fails otherwise is no proof: the test fails with it. */
    private Law.@Nullable Broken broken(Defect defect, Course course) {
        course.begin();
        try (DefectiveIngest ingest =
                new DefectiveIngest(defect, database, servers.store(), new Generation(++generation))) {
            try {
                ingest.fill();
                course.run(ingest);
                return null;
            } catch (Law.Broken broken) {
                Throwable ended = ingest.failure();
                if (ended != null) {
                    broken.addSuppressed(ended);
                }
                return broken;
            }
        } catch (RuntimeException unexpected) {
            throw new AssertionError("with the defect \"" + defect + "\" the course itself failed", unexpected);
        } finally {
            servers.store().wipe();
        }
    }

    /** The law, and the first difference where SQL was compared with, else the assertion's own words. */
    private static String told(Law.Broken broken) {
        String text = broken.how().strip().replaceAll("\\s+", " ");
        Matcher difference = DIFFERENCE.matcher(text);
        String told = difference.find() ? difference.group(1) : text;
        return "%-8s %s%s"
                .formatted(
                        broken.law().name(),
                        told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "…",
                        broken.getSuppressed().length == 0 ? "" : " (the stream had ended)");
    }
}
