package hub.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A shell that outlives this JVM by a moment: its standard input ends when the JVM does, however that happened, and it
 * then kills the processes that it was told of and removes the directory. It is the answer to {@code kill -9}; on an
 * orderly way out it is dismissed.
 */
final class Guard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            while read -r pid; do pids="$pids $pid"; done
            kill -9 $pids 2>/dev/null
            rm -rf "$1"
            """;

    private final Process shell;
    private final Writer pids;

    private Guard(Process shell) {
        this.shell = shell;
        this.pids = shell.outputWriter();
    }

    /** Null where there is no POSIX shell. */
    static @Nullable Guard watching(Path directory) {
        if (!new File("/bin/sh").canExecute()) {
            return null;
        }
        try {
            return new Guard(new ProcessBuilder("/bin/sh", "-c", SCRIPT, "hub-guard", directory.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void watch(Process process) throws IOException {
        pids.write(process.pid() + "\n");
        pids.flush();
    }

    void dismiss() {
        // SIGKILL: it ignores the others. Not awaited: a dead shell harms nobody, and a wait might be for good.
        shell.destroyForcibly();
    }
}
