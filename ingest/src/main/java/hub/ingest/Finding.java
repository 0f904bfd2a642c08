package hub.ingest;

/** One thing that preflight has to say about the source. */
public sealed interface Finding {

    /** The server's setting, our property, the grant or the table that it is about. */
    String setting();

    /** What was found. */
    String seen();

    /** What is needed. */
    String wanted();

    /** What to do about it. */
    String wayOut();

    /** The service cannot work exactly like this. */
    record Problem(String setting, String seen, String wanted, String wayOut) implements Finding {}

    /** The service works; {@code wayOut} names what it costs to leave it so. */
    record Warning(String setting, String seen, String wanted, String wayOut) implements Finding {}

    /** One line for people. */
    default String line() {
        return setting() + ": is " + seen() + ", should be " + wanted() + "; " + wayOut();
    }
}
