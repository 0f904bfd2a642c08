package hub.projections.view;

import java.time.Instant;

/**
 * What a view says, and how long that stands if no row changes.
 *
 * @param body the answer
 * @param until the first instant at which the clock alone may change the body; {@link Instant#MAX} = never
 */
public record Answer<A>(A body, Instant until) {}
