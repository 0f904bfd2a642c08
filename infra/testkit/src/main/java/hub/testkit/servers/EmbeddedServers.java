package hub.testkit.servers;

import hub.embedded.EmbeddedMariaDb;
import hub.embedded.EmbeddedRedis;

/** MariaDB and Redis out of Maven artifacts; both close themselves when the JVM ends. */
final class EmbeddedServers {

    static final Once<Servers> START = new Once<>(EmbeddedServers::start);

    private EmbeddedServers() {}

    @SuppressWarnings("resource") // they live as long as the JVM
    private static Servers start() {
        EmbeddedMariaDb source = EmbeddedMariaDb.start();
        EmbeddedRedis store = EmbeddedRedis.start();
        return new Servers(
                new SourceServer(
                        Flavor.MARIADB,
                        source.host(),
                        source.port(),
                        source.root().user(),
                        source.root().password()),
                new StoreServer(store.host(), store.port()));
    }
}
