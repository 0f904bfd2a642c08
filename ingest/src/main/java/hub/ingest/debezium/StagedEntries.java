package hub.ingest.debezium;

import hub.projections.change.Table;
import io.debezium.document.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Schema history entries that the engine has recorded and that no commit carries yet. The engine records an entry on its
 * reader thread just before it queues the schema change, so entries stand here in the order of the schema changes that
 * the handler will see, some of which have no entry.
 *
 * <p>Threads: the reader adds, the handler takes.
 */
final class StagedEntries {

    /**
     * One recorded schema change.
     *
     * @param json as it is stored
     * @param harm why the rows that are held are not those of the table any more; empty if they are
     * @param tables the captured tables that exist after it
     */
    record Entry(String json, String harm, Set<Table> tables) {}

    private record Staged(Map<String, String> position, String ddl, Entry entry) {}

    private final List<Staged> staged = new ArrayList<>();

    synchronized void add(Document position, String ddl, Entry entry) {
        Map<String, Object> values = new HashMap<>();
        position.forEach(field ->
                values.put(String.valueOf(field.getName()), field.getValue().asObject()));
        staged.add(new Staged(comparable(values), ddl, entry));
    }

    /**
     * The entries up to the one that was recorded with the schema change {@code ddl} at {@code offset}; none if none was.
     * An earlier one whose schema change never came belongs to them: left out, it would be missing after a restart.
     */
    synchronized List<Entry> take(Map<String, ?> offset, String ddl) {
        Map<String, String> position = comparable(offset);
        for (int i = 0; i < staged.size(); i++) {
            Staged candidate = staged.get(i);
            if (candidate.ddl().equals(ddl) && candidate.position().equals(position)) {
                List<Staged> upTo = staged.subList(0, i + 1);
                List<Entry> taken = upTo.stream().map(Staged::entry).toList();
                upTo.clear();
                return taken;
            }
        }
        return List.of();
    }

    /** Marks of a snapshot are left out: the engine takes them off the last record of a snapshot after recording it. */
    private static Map<String, String> comparable(Map<String, ?> offset) {
        Map<String, String> position = new HashMap<>();
        offset.forEach((key, value) -> position.put(key, String.valueOf(value)));
        position.keySet().removeIf(key -> key.startsWith("snapshot"));
        return position;
    }
}
