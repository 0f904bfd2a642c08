package hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directory trees. */
final class Trees {

    private Trees() {}

    /** Removes a directory with all it holds; false if something is left of it. */
    static boolean delete(Path directory) {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException changedMeanwhile) {
            return false;
        }
        return !Files.exists(directory);
    }
}
