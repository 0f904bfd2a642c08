package hub.testkit.servers;

/** Which server speaks the MySQL protocol. */
public enum Flavor {
    MYSQL,
    MARIADB
}
