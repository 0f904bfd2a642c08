package hub.projections.team;

import java.util.Optional;

/**
 * A view of the people of one role.
 *
 * @param role empty = everybody
 */
public record RoleQuery(Optional<Long> role) {}
