package hub.mysql;

import hub.projections.store.SourcePosition;
import reactor.core.publisher.Mono;

/**
 * Opens a consistent snapshot and tells a position that it is known to contain.
 *
 * <p>MySQL with GTIDs: {@code gtid_executed} grows only after the engine has committed, so what it held before the
 * snapshot opened is inside. MariaDB's {@code gtid_binlog_pos} and every server's binlog position run ahead of the engine,
 * so reading them first proves nothing; but MariaDB tells the exact binlog position of an open snapshot. MySQL without
 * GTIDs tells nothing of the kind: the position is {@link SourcePosition#NONE}.
 */
final class Snapshot {

    private static final String MARIADB_POSITION = "SELECT BINLOG_GTID_POS("
            + "(SELECT variable_value FROM information_schema.session_status"
            + " WHERE variable_name = 'BINLOG_SNAPSHOT_FILE'),"
            + "(SELECT CAST(variable_value AS UNSIGNED) FROM information_schema.session_status"
            + " WHERE variable_name = 'BINLOG_SNAPSHOT_POSITION'))";

    private Snapshot() {}

    static Mono<SourcePosition> open(Sql sql) {
        return sql.text("SELECT VERSION()")
                .flatMap(version -> version.contains("MariaDB") ? openMariadb(sql) : openMysql(sql));
    }

    private static Mono<SourcePosition> openMysql(Sql sql) {
        return sql.text("SELECT IF(@@GLOBAL.gtid_mode = 'ON', @@GLOBAL.gtid_executed, '')")
                .<SourcePosition>map(set -> set.isEmpty() ? SourcePosition.NONE : new SourcePosition.MysqlGtids(set))
                .flatMap(position -> start(sql).thenReturn(position));
    }

    private static Mono<SourcePosition> openMariadb(Sql sql) {
        return start(sql)
                .then(sql.text(MARIADB_POSITION))
                .map(position -> position.isEmpty() ? SourcePosition.NONE : new SourcePosition.MariadbGtids(position));
    }

    private static Mono<Void> start(Sql sql) {
        // Snapshots exist only at this level, and a server's default may be another.
        return sql.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                .then(sql.run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"));
    }
}
