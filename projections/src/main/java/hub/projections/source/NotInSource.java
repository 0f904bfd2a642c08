package hub.projections.source;

import hub.projections.change.Table;
import hub.projections.view.Unanswerable;

/** The source has no table of what is asked for, at this position: there is nothing to answer from, and no rows is no answer. */
public final class NotInSource extends Unanswerable {

    private static final long serialVersionUID = 1;

    private final String table;

    public NotInSource(Table table) {
        super("the source has no table " + table.sqlName());
        this.table = table.sqlName();
    }

    /** Its name. */
    public String table() {
        return table;
    }
}
