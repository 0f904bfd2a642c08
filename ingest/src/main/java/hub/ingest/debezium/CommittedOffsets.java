package hub.ingest.debezium;

import io.debezium.config.Configuration;
import io.debezium.connector.binlog.BinlogOffsetContext;
import io.debezium.pipeline.spi.OffsetContext;
import io.debezium.pipeline.txmetadata.DefaultTransactionMetadataFactory;
import io.debezium.pipeline.txmetadata.DefaultTransactionStructMaker;
import io.debezium.pipeline.txmetadata.TransactionStructMaker;
import java.time.Instant;
import org.apache.kafka.connect.data.Struct;

/**
 * Makes the END record of a transaction carry the offset <em>after</em> the transaction.
 *
 * <p>Debezium 3.5 takes END's offset before its connector commits the transaction
 * ({@code BinlogStreamingChangeEventSource.handleTransactionCompletion}): it still names the GTID set without this
 * transaction, and the transaction's first event with a number of events to skip. {@code TransactionMonitor} builds the
 * value first and takes the offset second, so committing the offset context while the value is built makes the connector
 * itself compute the offset, with and without GTIDs; its own commit right after changes nothing any more.
 */
public final class CommittedOffsets extends DefaultTransactionMetadataFactory {

    private final Configuration configuration;

    public CommittedOffsets(Configuration configuration) {
        super(configuration);
        this.configuration = configuration;
    }

    @Override
    public TransactionStructMaker getTransactionStructMaker() {
        return new CommittingStructMaker(configuration);
    }

    private static final class CommittingStructMaker extends DefaultTransactionStructMaker {
        CommittingStructMaker(Configuration configuration) {
            super(configuration);
        }

        @Override
        public Struct buildEndTransactionValue(OffsetContext offset, Instant timestamp) {
            ((BinlogOffsetContext<?>) offset).commitTransaction();
            return super.buildEndTransactionValue(offset, timestamp);
        }
    }
}
