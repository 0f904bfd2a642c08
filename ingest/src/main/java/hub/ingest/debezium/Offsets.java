package hub.ingest.debezium;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.json.JsonConverter;
import org.jspecify.annotations.Nullable;

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

    /**
     * Without the transaction's id and counts, which the connector rebuilds at the next BEGIN. Written by hand where that
     * is safe: each transaction ends with one, and Kafka's converter costs more than the transaction's row.
     */
    static String text(Map<String, ?> offset) {
        StringBuilder json = new StringBuilder(200).append('{');
        for (Map.Entry<String, ?> entry : offset.entrySet()) {
            if (!entry.getKey().startsWith(TRANSACTION_KEYS)) {
                json.append(json.length() > 1 ? "," : "");
                if (!appendPlain(entry.getKey(), json) || !appendPlain(entry.getValue(), json.append(':'))) {
                    return converted(offset);
                }
            }
        }
        return json.append('}').toString();
    }

    /** False if the value needs more than its own characters. */
    private static boolean appendPlain(@Nullable Object value, StringBuilder json) {
        return switch (value) {
            case Long number -> {
                json.append(number.longValue());
                yield true;
            }
            case Integer number -> {
                json.append(number.intValue());
                yield true;
            }
            case Boolean flag -> {
                json.append(flag.booleanValue());
                yield true;
            }
            case String text
            when isPlain(text) -> {
                json.append('"').append(text).append('"');
                yield true;
            }
            case null, default -> false;
        };
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String converted(Map<String, ?> offset) {
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
