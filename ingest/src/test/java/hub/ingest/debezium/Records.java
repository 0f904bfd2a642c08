package hub.ingest.debezium;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Records in the shape that Debezium 3.5 gives them. */
final class Records {

    private static final Schema TRANSACTION = SchemaBuilder.struct()
            .name("io.debezium.connector.common.TransactionMetadataValue")
            .field("status", Schema.STRING_SCHEMA)
            .field("id", Schema.STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();
    private static final Schema HEARTBEAT = SchemaBuilder.struct()
            .name("io.debezium.connector.common.Heartbeat")
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();
    private static final Schema DDL = SchemaBuilder.struct()
            .name("io.debezium.connector.mysql.SchemaChangeValue")
            .field("ddl", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("table", Schema.STRING_SCHEMA)
            .field("gtid", Schema.OPTIONAL_STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();
    /** A nullable column with a default: Connect's own getter would turn NULL into the default. */
    static final Schema EMPLOYEE = SchemaBuilder.struct()
            .optional()
            .field("id", Schema.INT32_SCHEMA)
            .field("name", Schema.STRING_SCHEMA)
            .field("is_active", Schema.INT16_SCHEMA)
            .field(
                    "current_streak",
                    SchemaBuilder.int64().optional().defaultValue(7L).build())
            .field("unknown_column", Schema.OPTIONAL_BYTES_SCHEMA)
            .build();

    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .name("hub_g1.productivity.employees.Envelope")
            .field("before", EMPLOYEE)
            .field("after", EMPLOYEE)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .build();

    private Records() {}

    static Map<String, Object> offset(String gtids) {
        return new HashMap<>(Map.of("file", "binlog.000001", "pos", 100L, "gtids", gtids));
    }

    static Map<String, Object> inside(String transaction, String gtids) {
        Map<String, Object> offset = offset(gtids);
        offset.put("transaction_id", transaction);
        return offset;
    }

    static SourceRecord begin(String id) {
        return transaction("BEGIN", id, inside(id, "u:1-1"));
    }

    static SourceRecord end(String id, Map<String, ?> offset) {
        return transaction("END", id, offset);
    }

    private static SourceRecord transaction(String status, String id, Map<String, ?> offset) {
        return record(
                TRANSACTION,
                new Struct(TRANSACTION).put("status", status).put("id", id).put("ts_ms", 1_000L),
                offset);
    }

    static SourceRecord heartbeat(Map<String, ?> offset) {
        return record(HEARTBEAT, new Struct(HEARTBEAT).put("ts_ms", 1L), offset);
    }

    static SourceRecord ddl(String statement, Map<String, ?> offset) {
        return record(DDL, new Struct(DDL).put("ddl", statement), offset);
    }

    static Struct employee(int id, String name, @Nullable Long streak) {
        return new Struct(EMPLOYEE)
                .put("id", id)
                .put("name", name)
                .put("is_active", (short) 1)
                .put("current_streak", streak);
    }

    static SourceRecord row(String op, @Nullable Struct before, @Nullable Struct after) {
        return row(op, before, after, inside("t", "u:1-1"), null);
    }

    static SourceRecord row(
            String op, @Nullable Struct before, @Nullable Struct after, Map<String, ?> offset, @Nullable String gtid) {
        Struct source =
                new Struct(SOURCE).put("table", "employees").put("gtid", gtid).put("ts_ms", 2_000L);
        return record(
                ENVELOPE,
                new Struct(ENVELOPE)
                        .put("before", before)
                        .put("after", after)
                        .put("source", source)
                        .put("op", op),
                offset);
    }

    private static SourceRecord record(Schema schema, Struct value, Map<String, ?> offset) {
        return new SourceRecord(Map.of("server", "hub_g1"), offset, "topic", schema, value);
    }
}
