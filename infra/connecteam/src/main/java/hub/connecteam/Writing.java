package hub.connecteam;

import java.sql.Connection;
import java.sql.SQLException;

/** What was fetched, ready to be written. */
public interface Writing {

    /**
     * Compares what was fetched with what is stored and writes the difference, on the connection and in the transaction of
     * the caller. Written again, it changes nothing.
     */
    Changes write(Connection connection) throws SQLException;

    /** What {@link #write} would do. */
    Changes compare(Connection connection) throws SQLException;
}
