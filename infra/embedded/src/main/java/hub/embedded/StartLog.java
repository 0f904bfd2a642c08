package hub.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Waits for the line in a server's output that says that it is ready. */
final class StartLog {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Path file;

    StartLog(Path file) {
        this.file = file;
    }

    void await(String readyLine, Process process, Duration atMost) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!text().contains(readyLine)) {
            if (!process.isAlive()) {
                throw new EmbeddedServerException(
                        "the server ended with exit code " + process.exitValue() + " while starting:\n" + tail());
            }
            if (System.nanoTime() > deadline) {
                throw new EmbeddedServerException(
                        "the server was not ready within " + atMost.toSeconds() + " s:\n" + tail());
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    String tail() throws IOException {
        String text = text();
        return text.substring(Math.max(0, text.length() - 2_000));
    }

    private String text() throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }
}
