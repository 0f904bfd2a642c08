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
                Announcements announced = new Announcements(servers.store());
                HubInProcess readers = HubInProcess.start(
                        database,
                        servers.store(),
                        ScoreMode.LIVE,
                        new SettableClock(Course.NOW),
                        Map.of("hub.roles", "query"))) {
            Dashboard dashboard = readers.dashboard();
            Throwable nothing = caught(Defect.NONE, new Course(db, dashboard, announced));
            if (nothing != null) {
                throw new AssertionError("the course fails without any defect", nothing);
            }
            List<String> missed = new ArrayList<>();
            for (Defect defect : Defects.ALL) {
                Throwable by = caught(defect, new Course(db, dashboard.withPatience(PATIENCE), announced));
                report.add("%-40s %s".formatted(defect, by == null ? "NOT CAUGHT" : firstLine(by)));
                if (by == null) {
                    missed.add(defect.name());
                }
            }
            report.forEach(System.out::println);
            assertThat(Defects.ALL).hasSizeGreaterThanOrEqualTo(15);
            assertThat(missed).as("planted defects that no assertion caught").isEmpty();
        }
    }

    private @Nullable Throwable caught(Defect defect, Course course) {
        course.begin();
        try (DefectiveIngest ingest =
                new DefectiveIngest(defect, database, servers.store(), new Generation(++generation))) {
            course.run(ingest);
            return ingest.failure();
        } catch (AssertionError | RuntimeException e) {
            return e;
        } finally {
            servers.store().wipe();
        }
    }

    /** The first difference where SQL was compared with, else the assertion's own words. */
    private static String firstLine(Throwable caught) {
        String text = String.valueOf(caught.getMessage()).strip().replaceAll("\\s+", " ");
        Matcher difference = DIFFERENCE.matcher(text);
        String told = difference.find() ? "parity: " + difference.group(1) : text;
        return told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "…";
    }
}
