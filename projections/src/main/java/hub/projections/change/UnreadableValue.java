package hub.projections.change;

/**
 * A stored value is not what its column stands for. The row that holds it is parked, see {@link Row.Unreadable}. Says
 * what is wrong and never the value.
 */
public final class UnreadableValue extends RuntimeException {

    private final int column;

    /** @param column its index in {@link Table#columns()} */
    public UnreadableValue(int column, String what) {
        super(what, null, false, false); // told in a list, not in a log
        this.column = column;
    }

    /** As the parked-changes list tells it, such as {@code window_start is NULL or a zero date}. */
    String reason(Table table) {
        return table.columns().get(column) + " " + getMessage();
    }
}
