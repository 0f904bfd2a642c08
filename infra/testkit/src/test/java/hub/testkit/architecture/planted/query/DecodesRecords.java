package hub.testkit.architecture.planted.query;

import org.apache.kafka.connect.source.SourceRecord;

public final class DecodesRecords {
    static Object decode(SourceRecord changed) {
        return changed.value();
    }
}
