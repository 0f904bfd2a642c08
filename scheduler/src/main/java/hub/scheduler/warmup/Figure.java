package hub.scheduler.warmup;

import hub.projections.board.Board;
import hub.scheduler.run.NamedSql;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;

/**
 * One figure of a board, by two ways.
 *
 * @param table that the statement reads; where it is missing, the figure is zero
 * @param sql with the parameters {@code :date}, {@code :start} and {@code :end} of a partition that has them
 */
record Figure<T>(Board<T> board, String table, NamedSql sql, Function<T, BigDecimal> held) {

    Figure(Board<T> board, String table, String sql, Function<T, BigDecimal> held) {
        this(board, table, new NamedSql(sql), held);
    }

    /** As the board has it. */
    BigDecimal of(Map<String, String> fields) {
        return held.apply(board.decode().apply(fields));
    }
}
