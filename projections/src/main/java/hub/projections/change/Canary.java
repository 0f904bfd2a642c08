package hub.projections.change;

import java.time.Instant;

/**
 * One beat of the canary row in {@code hub_heartbeat}: written by the scheduler role at a steady rate, so that a quiet
 * source can be told from a broken stream.
 *
 * @param n strictly increasing
 * @param writtenAt MySQL's UTC clock at the write, microseconds
 */
public record Canary(long n, Instant writtenAt) {}
