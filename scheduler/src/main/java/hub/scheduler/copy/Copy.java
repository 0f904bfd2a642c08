package hub.scheduler.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A whole answer of somebody else, ready to be written. Both methods work in the transaction of the connection they are given. */
public interface Copy {

    /**
     * Writes what is not stored already.
     *
     * @return what was done, in one line for operators; no personal data
     */
    String write(Connection connection) throws SQLException;

    /**
     * Writes nothing.
     *
     * @param differences is told of each row that {@link #write} would write: its key, and its columns with both values; of
     *     people nothing but their ids
     * @return what {@link #write} would return
     */
    String compare(Connection connection, Consumer<String> differences) throws SQLException;
}
