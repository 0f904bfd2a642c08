package hub.projections.feed;

import java.util.Optional;

/** The newest {@code limit} windows of one employee today; without an employee there are none. */
public record ActivitiesQuery(Optional<Long> employeeId, int limit) {}
