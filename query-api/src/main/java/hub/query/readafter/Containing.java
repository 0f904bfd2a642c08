package hub.query.readafter;

import hub.projections.position.Containment;
import hub.projections.store.SourcePosition;
import hub.projections.store.SourcePosition.BinlogFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether what was said contains a position. */
final class Containing {

    private Containing() {}

    /**
     * A binlog file and offset is compared with the one that the stream would be resumed from, whatever answers print: a
     * source with GTIDs has both.
     */
    static Containment of(SourcePosition wanted, Said said) {
        SourcePosition held = said.at();
        if (wanted instanceof BinlogFile && !(held instanceof BinlogFile)) {
            BinlogFile file = file(said.resume());
            return file == null ? Containment.NOT_YET : Containment.of(wanted, file);
        }
        return Containment.of(wanted, held);
    }

    /** Whether what is told of it can be compared with that position at all. */
    static boolean isKnown(SourcePosition wanted, Said said) {
        return !(wanted instanceof BinlogFile) || said.at() instanceof BinlogFile || !said.bySource();
    }

    /** The members that the connector's offsets have with and without GTIDs; null before anything was streamed. */
    private static @Nullable BinlogFile file(String resume) {
        if (resume.isEmpty()) {
            return null;
        }
        try {
            JsonNode offset = JsonMapper.shared().readTree(resume);
            JsonNode file = offset.path("file");
            JsonNode position = offset.path("pos");
            return file.isString() && position.isIntegralNumber()
                    ? new BinlogFile(file.stringValue(), position.longValue())
                    : null;
        } catch (JacksonException e) {
            return null;
        }
    }
}
