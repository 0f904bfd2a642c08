package hub.testkit.servers;

/** A running Redis that the tests have to themselves. */
public record StoreServer(String host, int port) {}
