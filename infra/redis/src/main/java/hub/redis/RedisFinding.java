package hub.redis;

/**
 * Something about the Redis server that an operator should know before the service relies on it.
 *
 * @param severity whether the service may start
 * @param setting the name of the server's or the service's setting
 * @param seen its value, or what happened
 * @param wayOut what to do
 */
public record RedisFinding(Severity severity, String setting, String seen, String wayOut) {

    public enum Severity {
        /** The service must not start. */
        PROBLEM,
        /** The service works, at a price that is named. */
        WARNING,
        /** The server does not answer; whether it fits is not known yet. */
        AWAY
    }

    @Override
    public String toString() {
        return setting + " is " + seen + ": " + wayOut;
    }
}
