package hub.testkit.hub;

import hub.projections.view.ScoreMode;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The properties that a service under test is started with. */
public final class HubSettings {

    private HubSettings() {}

    public static Map<String, String> of(
            SourceDatabase database, StoreServer store, ScoreMode mode, TestKey key, int port) {
        SourceServer source = database.server();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("hub.mysql.host", source.host());
        settings.put("hub.mysql.port", Integer.toString(source.port()));
        settings.put("hub.mysql.database", database.name());
        settings.put("hub.mysql.username", source.username());
        settings.put("hub.mysql.password", source.password());
        settings.put("hub.mysql.flavor", source.flavor().name().toLowerCase(Locale.ROOT));
        settings.put("spring.data.redis.host", store.host());
        settings.put("spring.data.redis.port", Integer.toString(store.port()));
        settings.put("hub.roles", "ingest,query,scheduler");
        settings.put("hub.scores", mode.name().toLowerCase(Locale.ROOT));
        settings.put("hub.api.keys", key.entry());
        // Tests ask as fast as they can; those about limits set their own.
        settings.put("hub.api.rate.per-key", "1000000");
        settings.put("hub.api.rate.per-address", "1000000");
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(port));
        settings.put("management.server.port", "0");
        return settings;
    }
}
