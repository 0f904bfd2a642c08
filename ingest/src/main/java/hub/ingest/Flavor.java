package hub.ingest;

/** Which family the source server belongs to; decides the connector, the position's form and the driver. */
public enum Flavor {
    MYSQL,
    MARIADB
}
