package hub.testkit.servers;

import hub.embedded.EmbeddedMariaDb;
import hub.embedded.EmbeddedRedis;
import hub.embedded.MariaDbOptions;

/** MariaDB and Redis out of Maven artifacts; both close themselves when the JVM ends. */
final class EmbeddedServers {

    static final Once<Servers> START = new Once<>(EmbeddedServers::start);

    private EmbeddedServers() {}

    @SuppressWarnings("resource") // they live as long as the JVM
    private static Servers start() {
        EmbeddedRedis store = EmbeddedRedis.start();
        return new Servers(source(MariaDbOptions.defaults()), new StoreServer(store.host(), store.port()));
    }

    /** A MariaDB of its own; lives as long as the JVM. */
    static SourceServer source(MariaDbOptions options) {
        EmbeddedMariaDb source = EmbeddedMariaDb.start(options);
        return new SourceServer(
                Flavor.MARIADB,
                source.host(),
                source.port(),
                source.root().user(),
                source.root().password());
    }
}
