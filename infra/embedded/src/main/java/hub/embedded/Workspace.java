package hub.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A temporary directory and the processes that live in it. {@link #close} ends the processes and removes the directory,
 * at any moment, also while a server is being unpacked or started; a workspace that was not closed does the same when
 * the JVM exits, and its {@link Guard} does it when the JVM is killed.
 */
public final class Workspace implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final @Nullable Guard guard;
    private final List<Process> processes = new ArrayList<>(); // guarded by this
    private boolean closed; // guarded by this

    private Workspace(Path directory) {
        this.directory = directory;
        this.guard = Guard.watching(directory);
    }

    /** A new workspace that the caller promises to close, also when the JVM is interrupted. */
    public static Workspace create() {
        try {
            return new Workspace(Files.createTempDirectory("hub-"));
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "cannot make a directory below " + System.getProperty("java.io.tmpdir") + ": " + e.getMessage(), e);
        }
    }

    /** A new workspace that closes itself when the JVM exits. */
    public static Workspace createClosedAtExit() {
        Workspace workspace = create();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(workspace::close, "close-" + workspace.directory.getFileName()));
        return workspace;
    }

    public Path directory() {
        return directory;
    }

    /** A new directory inside. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Starts a process with its output in {@code log}, outside the terminal's process group where the system can do so: a
     * Ctrl-C then reaches this JVM alone, which ends its servers in the right order.
     */
    synchronized Process start(ProcessBuilder builder, Path log) throws IOException {
        if (closed) {
            throw new EmbeddedServerException(
                    "closed while starting " + builder.command().getFirst());
        }
        List<String> command = new ArrayList<>();
        if (new File("/usr/bin/setsid").canExecute()) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(builder.command());
        Process process = builder.command(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        processes.add(process);
        if (guard != null) {
            guard.watch(process);
        }
        return process;
    }

    /** Ends one process: politely first. */
    void stop(Process process) {
        process.destroy();
        if (!exits(process, PATIENCE)) {
            process.destroyForcibly();
            exits(process, PATIENCE);
        }
    }

    @Override
    public void close() {
        List<Process> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(processes.reversed());
            processes.clear();
        }
        ending.forEach(Process::destroy);
        ending.forEach(this::stop);
        // Whoever unpacks right now notices at the next file; until then new files may appear.
        for (int i = 0; i < 50 && !Trees.delete(directory); i++) {
            pause();
        }
        if (guard != null) {
            guard.dismiss();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean exits(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
