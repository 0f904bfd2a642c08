package hub.ingest.sql;

import hub.projections.store.SourcePosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** How far the source's binlog is. */
final class CurrentPosition {

    private CurrentPosition() {}

    static SourcePosition of(SourceConnection source) throws SQLException {
        return switch (source.flavor()) {
            case MARIADB ->
                new SourcePosition.MariadbGtids(
                        source.text("SELECT @@gtid_binlog_pos").orElse(""));
            case MYSQL -> {
                Optional<String> mode = source.text("SELECT @@gtid_mode");
                yield mode.filter("ON"::equalsIgnoreCase).isPresent()
                        ? new SourcePosition.MysqlGtids(
                                source.text("SELECT @@gtid_executed").orElse(""))
                        : binlogFile(source);
            }
        };
    }

    /** Where the binary logs end. */
    static SourcePosition.BinlogFile binlogFile(SourceConnection source) throws SQLException {
        String statusOf = switch (source.flavor()) {
            case MYSQL -> "SHOW BINARY LOG STATUS";
            case MARIADB -> "SHOW BINLOG STATUS";
        };
        try (Statement statement = source.jdbc().createStatement();
                ResultSet status = statement.executeQuery(statusOf)) {
            if (!status.next()) {
                throw new SQLException("the source writes no binary log");
            }
            return new SourcePosition.BinlogFile(status.getString(1), status.getLong(2));
        }
    }
}
