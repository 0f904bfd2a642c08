package hub.scheduler.run;

import java.sql.Connection;
import java.time.Instant;

/**
 * The open transaction of one run: a consistent snapshot of the database, at a level of repeatable reads.
 *
 * @param position a source position that the snapshot is known to contain, as the server prints it; empty if it tells none
 * @param now when it was opened, by the instance's clock
 */
public record JobTransaction(Connection connection, String position, Instant now) {}
