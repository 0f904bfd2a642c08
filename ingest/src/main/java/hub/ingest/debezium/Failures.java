package hub.ingest.debezium;

import com.github.shyiko.mysql.binlog.network.ServerException;
import hub.ingest.SourceFailure;
import hub.ingest.SourceFailure.Remedy;
import hub.ingest.StreamBreak;
import hub.projections.projector.PipelineStopped;
import io.debezium.text.MultipleParsingExceptions;
import io.debezium.text.ParsingException;
import java.util.List;
import java.util.Locale;

/** What an engine's failure means, and what helps. What is not known is retried, visibly. */
final class Failures {

    /** The connector throws one general exception for all of these (3.5); tests pin the texts. */
    private static final List<String> NOT_CONTINUABLE = List.of(
            "no longer available on the server",
            "db history topic is missing",
            "schema isn't known to this connector",
            "internal schema size",
            "cannot read a schema history entry");

    /** Texts of the server's error 1236, which also stands for passing troubles. */
    private static final List<String> PURGED = List.of(
            "purged", "could not find", "cannot find", "impossible position", "could not open log file", "not found");

    private static final int FATAL_ERROR_READING_BINLOG = 1236;

    private Failures() {}

    static SourceFailure classify(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof PipelineStopped stopped) {
                throw stopped;
            }
            if (t instanceof Undecodable) {
                return failure(Remedy.REBUILD, t);
            }
            if (t instanceof InterruptedStream) {
                return failure(Remedy.RETRY, t);
            }
            if (t instanceof ParsingException || t instanceof MultipleParsingExceptions) {
                return new SourceFailure(Remedy.REBUILD, "a schema change cannot be read: " + text(t), error);
            }
            if (t instanceof ServerException server && server.getErrorCode() == FATAL_ERROR_READING_BINLOG) {
                return new SourceFailure(
                        mentions(text(t), PURGED) ? Remedy.REBUILD : Remedy.RETRY, StreamBreak.PURGED + text(t), error);
            }
            if (mentions(text(t), NOT_CONTINUABLE)) {
                return failure(Remedy.REBUILD, t);
            }
        }
        return failure(Remedy.RETRY, root(error));
    }

    private static SourceFailure failure(Remedy remedy, Throwable why) {
        return new SourceFailure(remedy, text(why), why);
    }

    private static boolean mentions(String text, List<String> phrases) {
        String lower = text.toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(phrase -> lower.contains(phrase.toLowerCase(Locale.ROOT)));
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        for (Throwable t = error; t != null; t = t.getCause()) {
            root = t;
        }
        return root;
    }

    private static String text(Throwable t) {
        String message = t.getMessage();
        return message == null ? t.getClass().getSimpleName() : message;
    }
}
