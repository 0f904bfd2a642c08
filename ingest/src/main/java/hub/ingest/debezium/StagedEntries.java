package hub.ingest.debezium;

import io.debezium.document.Document;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Schema history entries that the engine has recorded and that no commit carries yet. The engine records an entry on its
 * reader thread just before it queues the schema change, so entries stand here in the order of the schema changes that
 * the handler will see, some of which have no entry.
 *
 * <p>Threads: the reader adds, the handler takes.
 */
final class StagedEntries {

    private record Entry(Document position, String ddl, String json) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized void add(Document position, String ddl, String json) {
        entries.add(new Entry(position, ddl, json));
    }

    /** The entry that was recorded with the schema change {@code ddl} at {@code offset}, if one was. */
    synchronized Optional<String> take(Map<String, ?> offset, String ddl) {
        Entry head = entries.peek();
        if (head == null || !head.ddl().equals(ddl) || !head.position().equals(document(offset))) {
            return Optional.empty();
        }
        entries.remove();
        return Optional.of(head.json());
    }

    private static Document document(Map<String, ?> offset) {
        Document document = Document.create();
        offset.forEach(document::set);
        return document;
    }
}
