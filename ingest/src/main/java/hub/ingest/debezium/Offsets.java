package hub.ingest.debezium;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.json.JsonConverter;

/** The connector's offsets as text, in the form in which Debezium reads them back. */
final class Offsets {

    private static final String TRANSACTION_KEYS = "transaction_";
    private static final JsonConverter JSON = new JsonConverter();

    static {
        JSON.configure(Map.of("schemas.enable", "false", "converter.type", "value"));
    }

    private Offsets() {}

    /** Whether the offset lies inside a transaction. */
    static boolean insideTransaction(Map<String, ?> offset) {
        return offset.containsKey("transaction_id");
    }

    /** Whether the offset lies inside a snapshot. */
    static boolean insideSnapshot(Map<String, ?> offset) {
        return offset.containsKey("snapshot");
    }

    /** Without the transaction's id and counts, which the connector rebuilds at the next BEGIN. */
    static String text(Map<String, ?> offset) {
        Map<String, Object> kept = new HashMap<>(offset);
        kept.keySet().removeIf(key -> key.startsWith(TRANSACTION_KEYS));
        synchronized (JSON) {
            return new String(JSON.fromConnectData("", null, kept), StandardCharsets.UTF_8);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> parse(String text) {
        synchronized (JSON) {
            return (Map<String, Object>) JSON.toConnectData("", text.getBytes(StandardCharsets.UTF_8))
                    .value();
        }
    }
}
