package hub.ingest.debezium;

import hub.bench.loops.Rows;
import hub.projections.change.Row;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One of the engine's records, decoded into a change. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Rows.COUNT)
public class DecodeLoop {

    private static final Schema ROW = SchemaBuilder.struct()
            .optional()
            .field("id", Schema.INT64_SCHEMA)
            .field("employee_id", Schema.INT32_SCHEMA)
            .field("role_id", Schema.OPTIONAL_INT32_SCHEMA)
            .field("activity_type", Schema.OPTIONAL_STRING_SCHEMA)
            .field("items_count", Schema.OPTIONAL_INT32_SCHEMA)
            .field(
                    "window_start",
                    SchemaBuilder.int64().name("io.debezium.time.Timestamp").build())
            .field(
                    "window_end",
                    SchemaBuilder.int64()
                            .name("io.debezium.time.Timestamp")
                            .optional()
                            .build())
            .field("department", Schema.OPTIONAL_STRING_SCHEMA)
            .field("source", Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    private static final Schema SOURCE = SchemaBuilder.struct()
            .field("table", Schema.STRING_SCHEMA)
            .field("snapshot", Schema.OPTIONAL_STRING_SCHEMA)
            .field("ts_ms", Schema.INT64_SCHEMA)
            .build();

    private static final Schema ENVELOPE = SchemaBuilder.struct()
            .name("bench.activity_logs.Envelope")
            .field("before", ROW)
            .field("after", ROW)
            .field("source", SOURCE)
            .field("op", Schema.STRING_SCHEMA)
            .build();

    private final List<SourceRecord> records =
            Rows.activities().stream().map(DecodeLoop::record).toList();
    private final RecordDecoder decoder = new RecordDecoder();

    @Benchmark
    public int decode() {
        int decoded = 0;
        for (SourceRecord record : records) {
            decoded += decoder.decode(record) instanceof StreamRecord.RowRead ? 1 : 0;
        }
        return decoded;
    }

    private static SourceRecord record(Row row) {
        Row.Activity activity = (Row.Activity) row;
        Struct after = new Struct(ROW)
                .put("id", activity.id())
                .put("employee_id", (int) activity.employeeId())
                .put("role_id", 1)
                .put("activity_type", activity.activityType())
                .put("items_count", 7)
                .put("window_start", activity.windowStart().toEpochMilli())
                .put("window_end", activity.windowStart().toEpochMilli() + 599_000)
                .put("department", activity.department())
                .put("source", activity.source());
        Struct envelope = new Struct(ENVELOPE)
                .put("after", after)
                .put("source", new Struct(SOURCE).put("table", "activity_logs").put("ts_ms", 1L))
                .put("op", "c");
        return new SourceRecord(Map.of(), Map.of(), "bench.activity_logs", ENVELOPE, envelope);
    }
}
