package hub.connecteam;

import org.jspecify.annotations.Nullable;

/**
 * A person as Connecteam knows them.
 *
 * @param name first and last name; empty if both are missing
 * @param email null if there is none
 */
record User(String id, String name, @Nullable String email, boolean archived) {}
