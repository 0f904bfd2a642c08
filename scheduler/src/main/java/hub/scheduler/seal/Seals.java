package hub.scheduler.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The seals as MySQL has them, read on the connection of the caller: in its transaction, if it has one. */
public final class Seals {

    private static final String LATEST = "SELECT * FROM hub_seals WHERE score_date = ? ORDER BY version DESC LIMIT 1";

    private Seals() {}

    /** The newest version of that Central day's record; empty if the day was never sealed. */
    public static Optional<Seal> latest(Connection connection, LocalDate date) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(LATEST)) {
            sql.setObject(1, date);
            try (ResultSet row = sql.executeQuery()) {
                return row.next() ? Optional.of(seal(row)) : Optional.empty();
            }
        }
    }

    private static Seal seal(ResultSet row) throws SQLException {
        return new Seal(
                row.getObject("score_date", LocalDate.class),
                row.getInt("version"),
                Seal.Kind.of(row.getString("kind")),
                row.getString("position"),
                row.getObject("evaluated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("sealed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getInt("row_count"),
                row.getString("hash"),
                row.getString("changes"));
    }
}
