package hub.connecteam;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** What was fetched, ready to be written. */
public interface Writing {

    /**
     * Compares what was fetched with what is stored and writes the difference, on the connection and in the transaction of
     * the caller. Written again, it changes nothing.
     */
    Changes write(Connection connection) throws SQLException;

    /**
     * What {@link #write} would do.
     *
     * @param differences is told of each row that would be written, with both values of each column that differs; people are
     *     told by their ids
     */
    Changes compare(Connection connection, Consumer<String> differences) throws SQLException;
}
