package hub.testkit.hub;

import hub.app.config.Settings;
import hub.app.roles.Server;
import hub.projections.view.ScoreMode;
import hub.query.http.Route;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.StoreServer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The whole service with all its roles in this JVM, as {@code hub serve} wires it, but with a clock of the test's. */
public final class HubInProcess implements AutoCloseable {

    private final Server server;
    private final Dashboard dashboard;

    private HubInProcess(Server server, Dashboard dashboard) {
        this.server = server;
        this.dashboard = dashboard;
    }

    /** @param more properties over the usual ones; keys are accepted beside the usual one */
    public static HubInProcess start(
            SourceDatabase database, StoreServer store, ScoreMode mode, Clock clock, Map<String, String> more) {
        TestKey key = TestKey.random();
        Map<String, String> settings = HubSettings.of(database, store, mode, key, 0);
        settings.putAll(more);
        settings.computeIfPresent(
                "hub.api.keys", (name, given) -> given.equals(key.entry()) ? given : key.entry() + "," + given);
        Server server = Server.start(Settings.of(settings), clock);
        return new HubInProcess(server, new Dashboard(URI.create("http://127.0.0.1:" + server.port()), key.text()));
    }

    /** Every route that is served. */
    public List<Route> routes() {
        return server.routes();
    }

    /** Where the API is. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** Where health and metrics are. */
    public URI management() {
        return URI.create("http://127.0.0.1:" + server.managementPort());
    }

    /** A dashboard with a key that the service accepts. */
    public Dashboard dashboard() {
        return dashboard;
    }

    @Override
    public void close() {
        server.close();
    }
}
