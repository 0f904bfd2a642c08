package hub.projections.staff;

import org.jspecify.annotations.Nullable;

/**
 * An archived employee, with the legacy's field names.
 *
 * @param archivedAt RFC 1123
 */
public record Archived(long id, String name, @Nullable String email, String archivedAt) {}
