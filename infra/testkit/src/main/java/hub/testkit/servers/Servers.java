package hub.testkit.servers;

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
}
