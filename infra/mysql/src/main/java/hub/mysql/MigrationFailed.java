package hub.mysql;

import java.sql.SQLException;

/** A set of migrations could not be applied. The message says where, why, and what would help. */
public final class MigrationFailed extends RuntimeException {

    MigrationFailed(String scripts, MysqlSettings settings, Throwable cause) {
        super(
                "cannot migrate " + scripts + " in " + settings.target() + ": " + reason(cause)
                        + remedy(settings, cause),
                cause);
    }

    private static String reason(Throwable cause) {
        Throwable deepest = cause;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String remedy(MysqlSettings settings, Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SQLException refused) {
                return switch (refused.getErrorCode()) {
                    case 1044, 1142, 1227 ->
                        "; the user needs CREATE, ALTER, INDEX, SELECT, INSERT and UPDATE on `" + settings.database()
                                + "`.*, or let one that has them run the service once";
                    case 1045 -> "; check hub.mysql.username and hub.mysql.password";
                    case 1049 -> "; create it, or correct hub.mysql.database";
                    case 0 -> "; is it running? check hub.mysql.host and hub.mysql.port";
                    default -> "";
                };
            }
        }
        return "";
    }
}
