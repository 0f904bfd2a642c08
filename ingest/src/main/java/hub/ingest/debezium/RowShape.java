package hub.ingest.debezium;

import hub.projections.change.Canary;
import hub.projections.change.Change;
import hub.projections.change.Row;
import hub.projections.change.Table;
import java.time.Instant;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** The change envelope of one table under one schema. */
final class RowShape implements RecordDecoder.Shape {

    /** Reads both images, of which at least one is present. */
    private interface Images {
        @Nullable
        Change change(@Nullable Struct before, @Nullable Struct after);
    }

    private final Table table;
    private final Field operation;
    private final Field before;
    private final Field after;
    private final Images images;

    private RowShape(Table table, Schema envelope, Images images) {
        this.table = table;
        this.operation = envelope.field("op");
        this.before = envelope.field("before");
        this.after = envelope.field("after");
        this.images = images;
    }

    static RowShape of(Table table, Schema envelope) {
        Schema row = envelope.field("after").schema();
        return new RowShape(table, envelope, table == Table.HEARTBEAT ? canaries(row) : rows(table, row));
    }

    private static Images rows(Table table, Schema schema) {
        RowImages rows = new RowImages(table, schema);
        return (before, after) -> {
            Row was = before == null ? null : rows.read(before);
            Row is = after == null ? null : rows.read(after);
            return new Change.RowChanged(was, is);
        };
    }

    private static Images canaries(Schema schema) {
        Column n = Column.of(Table.HEARTBEAT, schema, "n");
        Column writtenAt = Column.of(Table.HEARTBEAT, schema, "written_at");
        return (before, after) -> {
            Long beat = after == null ? null : n.integer(after);
            Instant at = after == null ? null : writtenAt.instant(after);
            return beat == null || at == null ? null : new Change.CanaryReturned(new Canary(beat, at));
        };
    }

    @Override
    public StreamRecord read(Struct value) {
        String op = (String) value.get(operation);
        return switch (op) {
            case "c" -> row(null, present(value, after, op), false);
            case "u" -> row(present(value, before, op), present(value, after, op), false);
            case "d" -> row(present(value, before, op), null, false);
            case "r" -> row(null, present(value, after, op), true);
            case "t" -> truncated(value);
            default -> throw new Undecodable("unknown operation \"" + op + "\" on table " + table.sqlName());
        };
    }

    private StreamRecord row(@Nullable Struct was, @Nullable Struct is, boolean snapshot) {
        return new StreamRecord.RowRead(images.change(was, is), snapshot);
    }

    private Struct present(Struct value, Field image, String op) {
        Object struct = value.get(image);
        if (struct == null) {
            throw new Undecodable("a change (" + op + ") of table " + table.sqlName() + " has no " + image.name()
                    + " image; the source must log full rows (binlog_row_image=FULL)");
        }
        return (Struct) struct;
    }

    private StreamRecord truncated(Struct value) {
        Struct source = value.getStruct("source");
        return new StreamRecord.TableTruncated(
                new Change.Truncated(table), source.getString("gtid"), Instant.ofEpochMilli(source.getInt64("ts_ms")));
    }
}
