package hub.mysql;

/** A set of migrations could not be applied. The message says where, why, and what would help. */
public final class MigrationFailed extends RuntimeException {

    MigrationFailed(String scripts, MysqlSettings settings, Throwable cause) {
        super(
                "cannot migrate " + scripts + " in " + settings.target() + ": " + reason(cause)
                        + "; the user needs CREATE, ALTER, INDEX, SELECT, INSERT and UPDATE on `" + settings.database()
                        + "`.*, or let one that has them run the service once",
                cause);
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
