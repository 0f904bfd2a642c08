package hub.connecteam;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code employees}.
 *
 * @param user Connecteam's id; null or empty if the row is not linked yet
 */
record StoredEmployee(
        long id,
        String name,
        @Nullable String email,
        @Nullable String user,
        boolean active) {}
