package hub.testkit.servers;

import hub.embedded.MariaDbOptions;
import java.util.List;

/** The pair that one test class runs against. Each kind is started once per JVM and ends with it. */
public record Servers(SourceServer source, StoreServer store) {

    /** MariaDB and Redis out of Maven artifacts. */
    public static Servers embedded() {
        return EmbeddedServers.START.get();
    }

    /** MySQL and Redis in containers; needs a Docker engine, see {@link RequiresRealServers}. */
    public static Servers real() {
        return RealServers.START.get();
    }

    /** The same, with a MySQL of its own that has no GTIDs. */
    public static Servers realWithoutGtids() {
        return new Servers(RealServers.sourceWithoutGtids(), real().store());
    }

    /** One more source like this one, with an identity and a history of its own. */
    public SourceServer anotherSource() {
        return switch (source.flavor()) {
            case MARIADB -> EmbeddedServers.source(new MariaDbOptions(0, "productivity", 2, List.of()));
            case MYSQL -> RealServers.source();
        };
    }
}
