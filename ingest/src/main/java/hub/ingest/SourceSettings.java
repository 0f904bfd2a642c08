package hub.ingest;

import hub.projections.store.Generation;

/**
 * The source server, as {@code hub.mysql.*} describes it.
 *
 * @param database the schema with the captured tables
 * @param serverId the base of the replica ids under which the service reads the binlog; each generation has its own, see
 *     {@link #serverId(Generation)}; unique among all replicas of the source
 */
public record SourceSettings(
        String host,
        int port,
        String database,
        String username,
        String password,
        Flavor flavor,
        SslMode sslMode,
        long serverId) {

    /** Generations alive at the same time never share an id: there are at most three of them. */
    static final int SERVER_IDS = 16;

    /** Unlikely to be in use; set {@code hub.mysql.server-id} where it is. */
    public static final long DEFAULT_SERVER_ID = 779_100_000L;

    private static final long MAX_SERVER_ID = 0xFFFF_FFFFL;

    public SourceSettings {
        if (host.isBlank() || database.isBlank() || username.isBlank()) {
            throw new IllegalArgumentException("hub.mysql.host, hub.mysql.database and hub.mysql.username must be set");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("hub.mysql.port must be 1 to 65535, not " + port);
        }
        if (serverId < 1 || serverId > MAX_SERVER_ID - SERVER_IDS) {
            throw new IllegalArgumentException(
                    "hub.mysql.server-id must be 1 to " + (MAX_SERVER_ID - SERVER_IDS) + ", not " + serverId);
        }
    }

    /** The replica id of the engine that feeds {@code generation}. */
    public long serverId(Generation generation) {
        return serverId + Math.floorMod(generation.number(), SERVER_IDS);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return flavor + " " + username + "@" + host + ":" + port + "/" + database;
    }
}
