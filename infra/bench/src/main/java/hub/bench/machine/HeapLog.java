package hub.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a Java process writes about its collections, in a file. */
public record HeapLog(Path file) {

    private static final Pattern COLLECTION = Pattern.compile("Pause .* \\d+M->(\\d+)M\\(\\d+M\\)");

    public static HeapLog create() {
        try {
            return new HeapLog(Files.createTempFile("bench-heap", ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process must be started with to write it. */
    public String option() {
        return "-Xlog:gc:file=" + file + "::filecount=0";
    }

    /** The most that a collection has left in use, in megabytes; NaN if there was none. */
    public double megabytes() {
        try {
            return megabytes(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double megabytes(String log) {
        return COLLECTION
                .matcher(log)
                .results()
                .map(MatchResult::group)
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*->(\\d+)M\\(.*", "$1")))
                .max()
                .orElse(Double.NaN);
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
