package hub.ingest.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OffsetsTest {

    @Test
    void writesWhatDebeziumReadsBack() {
        Map<String, Object> offset = new LinkedHashMap<>();
        offset.put("transaction_id", "file=binlog.000002,pos=1");
        offset.put("ts_sec", 1_767_614_400L);
        offset.put("file", "binlog.000002");
        offset.put("pos", 4_294_967_296L);
        offset.put("gtids", "24bc7850-2c16-11e6-a073-0242ac110002:1-7");
        offset.put("row", 1);
        offset.put("snapshot", true);

        String text = Offsets.text(offset);

        assertThat(text)
                .isEqualTo("{\"ts_sec\":1767614400,\"file\":\"binlog.000002\",\"pos\":4294967296,"
                        + "\"gtids\":\"24bc7850-2c16-11e6-a073-0242ac110002:1-7\",\"row\":1,\"snapshot\":true}");
        Map<String, Object> read = new HashMap<>(offset);
        read.remove("transaction_id");
        read.put("row", 1L);
        assertThat(Offsets.parse(text)).isEqualTo(read);
    }

    @Test
    void escapesWhatNeedsIt() {
        Map<String, Object> offset = new HashMap<>();
        offset.put("file", "a\"b\\c\nü");
        offset.put("gtids", null);

        assertThat(Offsets.parse(Offsets.text(offset))).isEqualTo(offset);
    }
}
