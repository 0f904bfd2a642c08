package hub.testkit.faults;

/** A server's process in the hands of a test. It keeps its address and its data. */
public interface ServerControl {

    /** {@code kill -9}. */
    void kill();

    /** After {@link #kill}; returns when it accepts connections. */
    void start();
}
