package hub.bench.stream;

/** Whom readers read from, and how an update comes about. */
interface Side {

    int port();

    /** What opens a stream. */
    byte[] request();

    /** Makes the next event; {@link System#nanoTime()} of when it could first be sent. */
    long update() throws Exception;

    /** CPU seconds of the server so far. */
    double cpu();
}
