package hub.ingest.debezium;

import hub.projections.change.Table;
import io.debezium.document.DocumentReader;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The captured tables that exist according to a schema history. */
public final class FollowedTables {

    private FollowedTables() {}

    /** @param history as stored; none of its tables is known if it cannot be read */
    public static Set<Table> in(List<String> history) {
        SchemaWatch watch = new SchemaWatch();
        try {
            for (String entry : history) {
                watch.next(DocumentReader.defaultReader().read(entry));
            }
            return watch.tables();
        } catch (IOException damaged) {
            return Set.of();
        }
    }
}
