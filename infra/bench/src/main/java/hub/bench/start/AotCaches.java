package hub.bench.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The JDK's ahead-of-time caches (JEP 483, 514, 515) of the service and of its floor, as options of the Java machine. A
 * process that is given an output leaves its cache there when it ends. {@code ./hub train} makes one of the demo.
 */
final class AotCaches implements AutoCloseable {

    private final Path hub;
    private final Path floor;

    AotCaches() throws IOException {
        Path directory = Files.createTempDirectory("bench-aot");
        hub = directory.resolve("hub.aot");
        floor = directory.resolve("hello.aot");
    }

    /** The JDK caches classes of jars only, and a development tree has directories. */
    static boolean arePossible() {
        return !System.getProperty("java.class.path").contains(File.separator + "classes");
    }

    String outputOfHub() {
        return "-XX:AOTCacheOutput=" + hub;
    }

    String outputOfFloor() {
        return "-XX:AOTCacheOutput=" + floor;
    }

    /** @throws IllegalStateException if no process has left it */
    String ofHub() {
        return cache(hub);
    }

    /** @throws IllegalStateException if no process has left it */
    String ofFloor() {
        return cache(floor);
    }

    private static String cache(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("the JDK left no ahead-of-time cache at " + file);
        }
        return "-XX:AOTCache=" + file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(hub);
        Files.deleteIfExists(floor);
        Files.delete(hub.getParent());
    }
}
