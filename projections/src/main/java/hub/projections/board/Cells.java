package hub.projections.board;

/** Receives the cells of one row. */
public interface Cells {

    /** The row adds {@code tally} to {@code entry}. Only for boards of {@link Board.Kind#SUMS}. */
    void sum(Partition partition, String entry, Tally tally);

    /** The row is known under its primary key as {@code value}. Only for boards of {@link Board.Kind#FACTS}. */
    void fact(Partition partition, long primaryKey, String value);
}
