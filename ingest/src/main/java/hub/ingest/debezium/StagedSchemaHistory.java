package hub.ingest.debezium;

import io.debezium.config.Configuration;
import io.debezium.document.Document;
import io.debezium.document.DocumentReader;
import io.debezium.document.DocumentWriter;
import io.debezium.relational.history.AbstractSchemaHistory;
import io.debezium.relational.history.HistoryRecord;
import io.debezium.relational.history.HistoryRecordComparator;
import io.debezium.relational.history.SchemaHistoryException;
import io.debezium.relational.history.SchemaHistoryListener;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Debezium's schema history as a part of the checkpoint: recovers from the entries that the generation's commits carried
 * and stages new ones for the commit that will carry their schema change.
 *
 * <p>Every entry handed to {@link EngineContext} was committed together with an offset at or before the one to resume
 * from, so recovery applies all of them. Debezium's own comparison of positions is switched off: it replays entries from
 * after the restart point where server id or timestamp are missing, and compares binlog offsets as 32-bit integers.
 */
public final class StagedSchemaHistory extends AbstractSchemaHistory {

    private List<String> recorded = List.of();
    private StagedEntries staged = new StagedEntries();
    private final SchemaWatch watch = new SchemaWatch();

    @Override
    public void configure(
            Configuration config,
            HistoryRecordComparator comparator,
            SchemaHistoryListener listener,
            boolean useCatalogBeforeSchema) {
        super.configure(config, new EverythingRecorded(), listener, useCatalogBeforeSchema);
        EngineContext context =
                EngineContext.byId(config.getString(CONFIGURATION_FIELD_PREFIX_STRING + EngineContext.KEY));
        recorded = context.history();
        staged = context.staged();
    }

    @Override
    protected void storeRecord(HistoryRecord record) {
        Document document = record.document();
        try {
            String harm = watch.next(document);
            staged.add(
                    document.getDocument(HistoryRecord.Fields.POSITION),
                    Objects.requireNonNullElse(document.getString(HistoryRecord.Fields.DDL_STATEMENTS), ""),
                    new StagedEntries.Entry(DocumentWriter.defaultWriter().write(document), harm, watch.tables()));
        } catch (IOException e) {
            throw new SchemaHistoryException("cannot write a schema history entry", e);
        }
    }

    @Override
    protected void recoverRecords(Consumer<HistoryRecord> records) {
        for (String entry : recorded) {
            try {
                Document document = DocumentReader.defaultReader().read(entry);
                watch.next(document);
                records.accept(new HistoryRecord(document));
            } catch (IOException e) {
                throw new SchemaHistoryException("cannot read a schema history entry", e);
            }
        }
    }

    @Override
    public boolean exists() {
        return !recorded.isEmpty();
    }

    @Override
    public boolean storageExists() {
        return true;
    }

    private static final class EverythingRecorded extends HistoryRecordComparator {
        @Override
        public boolean isAtOrBefore(HistoryRecord record1, HistoryRecord record2) {
            return true;
        }
    }
}
