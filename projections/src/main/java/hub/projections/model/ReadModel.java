package hub.projections.model;

import hub.projections.board.Board;
import hub.projections.board.Cells;
import hub.projections.change.Row;
import hub.projections.change.Table;

/**
 * A read model: the pure, stateless function from one row of one table to the cells that it contributes to one board.
 * A change retracts the cells of its before image and asserts those of its after image, so at every moment the board is
 * the sum of the cells of the rows in MySQL.
 *
 * <p>Threads: {@link #cells} holds no state and may be called by any thread.
 *
 * @param <R> the rows that feed it
 */
public interface ReadModel<R extends Row> {

    Board<?> board();

    /** The one table that feeds the board. */
    Table source();

    /** The rows that {@link #cells} takes. */
    Class<R> rowType();

    /** Hands the row's cells to {@code out}; the same cells for equal rows, always. */
    void cells(R row, Cells out);
}
