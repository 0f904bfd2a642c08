package hub.mysql;

import hub.projections.change.Table;

/** A stored value cannot be what its column stands for. Names the row, not its data. */
public final class UnreadableRow extends RuntimeException {
    UnreadableRow(Table table, String id, RuntimeException cause) {
        super(
                "row " + id + " of " + table.sqlName()
                        + " holds a number or date outside of what can be read; correct the row in MySQL",
                cause);
    }
}
