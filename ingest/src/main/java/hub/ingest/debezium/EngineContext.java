package hub.ingest.debezium;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the classes that Debezium instantiates by name need from us. The engine's configuration carries only the id of its
 * context.
 *
 * @param id unique per engine object
 * @param resume the offset to start from, empty for a snapshot
 * @param history the schema history that belongs to {@code resume}
 * @param staged receives what the engine adds to the history
 */
record EngineContext(String id, String resume, List<String> history, StagedEntries staged) implements AutoCloseable {

    /** The configuration key that carries the id. */
    static final String KEY = "hub.engine";

    private static final Map<String, EngineContext> OPEN = new ConcurrentHashMap<>();

    EngineContext open() {
        OPEN.put(id, this);
        return this;
    }

    static EngineContext byId(String id) {
        EngineContext context = OPEN.get(id);
        if (context == null) {
            throw new IllegalStateException("no engine \"" + id + "\" is open");
        }
        return context;
    }

    @Override
    public void close() {
        OPEN.remove(id);
    }
}
