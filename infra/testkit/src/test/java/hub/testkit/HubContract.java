package hub.testkit;

import hub.projections.view.ScoreMode;
import hub.testkit.hub.CaughtUp;
import hub.testkit.hub.Dashboard;
import hub.testkit.hub.HubInProcess;
import hub.testkit.hub.SettableClock;
import hub.testkit.scenario.Scenario;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One service on an empty database, for all tests of a class; a clock that the tests set. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HubContract {

    private final String purpose;
    private final ScoreMode mode;
    final SettableClock clock;

    SourceDatabase database;
    Scenario db;
    Dashboard dashboard;
    CaughtUp service;
    HubInProcess hub;

    HubContract(String purpose, ScoreMode mode, Instant now) {
        this.purpose = purpose;
        this.mode = mode;
        this.clock = new SettableClock(now);
    }

    abstract Servers servers();

    @BeforeAll
    final void start() {
        database = servers().source().freshDatabase(purpose);
        db = new Scenario(database);
        db.ownTables();
        prepare();
        servers().store().wipe();
        hub = HubInProcess.start(database, servers().store(), mode, clock, settings());
        dashboard = hub.dashboard();
        service = new CaughtUp(db, dashboard);
    }

    /** What must be in the database before the service sees it. */
    void prepare() {}

    /** What the service is started with besides the usual. */
    Map<String, String> settings() {
        return Map.of();
    }

    @AfterAll
    final void stop() {
        hub.close();
        db.close();
    }

    final void restartHub() {
        hub.close();
        startHub();
    }

    /** Health and metrics, asked without a key. */
    final Dashboard management() {
        return new Dashboard(hub.management(), null);
    }

    /** Until {@link #startHub(SourceDatabase, Map)}. */
    final void stopHub() {
        hub.close();
    }

    /** Starts it on that database with more settings over the usual ones. */
    final void startHub(SourceDatabase on, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings());
        all.putAll(more);
        hub = HubInProcess.start(on, servers().store(), mode, clock, all);
        dashboard = hub.dashboard();
        service = new CaughtUp(db, dashboard);
    }

    /** Forgets all that was computed and starts over from the rows in MySQL. */
    final void startFromAnEmptyStore() {
        hub.close();
        servers().store().wipe();
        startHub();
    }

    private void startHub() {
        startHub(database, Map.of());
    }
}
