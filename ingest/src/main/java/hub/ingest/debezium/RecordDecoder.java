package hub.ingest.debezium;

import hub.projections.change.Table;
import java.time.Instant;
import java.util.IdentityHashMap;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The only place that knows the shape of Debezium's records. A record's shape is worked out once per schema object (the
 * connector keeps one per table until its layout changes); after that a row costs an identity lookup and its fields.
 *
 * <p>Threads: the engine's handler only.
 *
 * <p>Throws {@link Undecodable} for whatever it cannot express exactly.
 */
final class RecordDecoder {

    private static final int SHAPES_KEPT = 256;

    private final IdentityHashMap<Schema, Shape> shapes = new IdentityHashMap<>();

    /** How to read the values of one schema. */
    interface Shape {
        StreamRecord read(Struct value);
    }

    StreamRecord decode(SourceRecord record) {
        Schema schema = record.valueSchema();
        Struct value = (Struct) record.value();
        Shape shape = shapes.get(schema);
        if (shape == null) {
            if (shapes.size() >= SHAPES_KEPT) {
                shapes.clear();
            }
            shape = shape(record, schema, value);
            shapes.put(schema, shape);
        }
        return shape.read(value);
    }

    private static Shape shape(SourceRecord record, Schema schema, Struct value) {
        String name = schema.name() == null ? "" : schema.name();
        if (name.endsWith(".TransactionMetadataValue")) {
            return RecordDecoder::transaction;
        }
        if (name.endsWith(".Heartbeat")) {
            return ignored -> StreamRecord.HEARTBEAT;
        }
        if (name.endsWith(".SchemaChangeValue")) {
            return RecordDecoder::schemaChange;
        }
        if (schema.field("op") != null) {
            String tableName = value.getStruct("source").getString("table");
            Table table = Table.named(tableName)
                    .orElseThrow(() -> new Undecodable("table " + tableName + " is not in the change vocabulary"));
            return RowShape.of(table, schema);
        }
        throw new Undecodable("unknown record \"" + name + "\" on topic " + record.topic());
    }

    private static StreamRecord transaction(Struct value) {
        String id = value.getString("id");
        return value.getString("status").equals("BEGIN")
                ? new StreamRecord.Begin(id)
                : new StreamRecord.End(id, Instant.ofEpochMilli(value.getInt64("ts_ms")));
    }

    private static StreamRecord schemaChange(Struct value) {
        String ddl = value.getString("ddl");
        return new StreamRecord.SchemaChanged(ddl == null ? "" : ddl);
    }
}
