package hub.projections.model;

import hub.projections.board.Board;
import hub.projections.board.Cells;
import hub.projections.change.RangeColumn;
import hub.projections.change.Row;
import hub.projections.change.Table;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A read model: the pure, stateless function from one row of one table to the cells that it contributes to one board.
 * A change retracts the cells of its before image and asserts those of its after image, so at every moment the board is
 * the sum of the cells of the rows in MySQL.
 *
 * @param board the board it feeds
 * @param source the one table that feeds the board
 * @param filedBy the column by whose day or hour it files every row; empty if the table is small and read whole
 * @param rowType the rows of that table
 * @param cellsOf hands a row's cells over; the same cells for equal rows, always; any thread may call it
 * @param <R> the rows that feed it
 */
public record ReadModel<R extends Row>(
        Board<?> board, Table source, Optional<RangeColumn> filedBy, Class<R> rowType, BiConsumer<R, Cells> cellsOf) {

    /** One that files rows as its table does. */
    public ReadModel(Board<?> board, Table source, Class<R> rowType, BiConsumer<R, Cells> cellsOf) {
        this(board, source, RangeColumn.of(source), rowType, cellsOf);
    }

    /**
     * Hands the cells of {@code row} to {@code out}.
     *
     * @throws ClassCastException if the row is of another table
     */
    public void cells(Row row, Cells out) {
        cellsOf.accept(rowType.cast(row), out);
    }
}
