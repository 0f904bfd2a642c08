package hub.testkit.hub;

import hub.projections.view.ScoreMode;
import hub.testkit.servers.SourceDatabase;
import hub.testkit.servers.StoreServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service as users run it: a process of its own, started as {@code hub serve}. It can be killed. */
public final class HubProcess implements AutoCloseable {

    /** A JVM that starts beside others on two cores may need a minute. */
    private static final Duration START = Duration.ofMinutes(3);

    /** Of all such processes, in the order of their starts. */
    private static final File LOG = new File(System.getProperty("hub.test.log", "target/hub-under-test.log"));

    private static final String HEAP = System.getProperty("hub.test.heap", "256m");

    private final Process process;
    private final URI api;
    private final Dashboard dashboard;

    private HubProcess(Process process, URI api, Dashboard dashboard) {
        this.process = process;
        this.api = api;
        this.dashboard = dashboard;
    }

    /** Returns at once, long before it answers. */
    public static HubProcess start(SourceDatabase database, StoreServer store, ScoreMode mode) {
        return start(database, store, mode, Map.of());
    }

    /** @param more properties over the usual ones */
    public static HubProcess start(
            SourceDatabase database, StoreServer store, ScoreMode mode, Map<String, String> more) {
        return start(database, store, mode, more, List.of());
    }

    /** @param options of its virtual machine, beside the usual ones */
    public static HubProcess start(
            SourceDatabase database,
            StoreServer store,
            ScoreMode mode,
            Map<String, String> more,
            List<String> options) {
        int port = freePort();
        TestKey key = TestKey.random();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx" + HEAP,
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "hub.app.Hub", "serve"));
        Map<String, String> settings = HubSettings.of(database, store, mode, key, port);
        settings.putAll(more);
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
                    .start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
            URI address = URI.create("http://127.0.0.1:" + port);
            return new HubProcess(process, address, new Dashboard(address, key.text(), START));
        } catch (IOException e) {
            throw new UncheckedIOException("the service did not start", e);
        }
    }

    public Dashboard dashboard() {
        return dashboard;
    }

    /** Where the API is. */
    public URI api() {
        return api;
    }

    /** {@code kill -9}, and waits for the end. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** {@code kill -STOP}: it is still there, holds its connections, and does nothing. */
    public void pause() {
        signal("STOP");
    }

    /** {@code kill -CONT} after {@link #pause}. */
    public void resume() {
        signal("CONT");
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** File descriptors, sockets among them; 0 if it has ended. Linux only. */
    public long openFiles() {
        String[] names = new File("/proc/" + process.pid() + "/fd").list();
        return names == null ? 0 : names.length;
    }

    /** What it keeps in memory, in MB; 0 if it has ended. Linux only. */
    public long residentMb() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    /** The most that the heap of each such process may grow to. */
    public static long heapMb() {
        return Long.parseLong(HEAP.replace("m", ""));
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * How a process ended.
     *
     * @param took from when its end was waited for
     */
    public record Ended(Duration took, int exitCode) {}

    /** SIGTERM, as an orchestrator sends it. */
    public Ended terminate(Duration atMost) {
        process.destroy();
        return awaitEnd(atMost);
    }

    /** Waits until it has ended, by itself or by what was done to it. */
    public Ended awaitEnd(Duration atMost) {
        long start = System.nanoTime();
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the process has not ended within " + atMost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service was ending", e);
        }
        return new Ended(Duration.ofNanos(System.nanoTime() - start), process.exitValue());
    }

    @Override
    public void close() {
        kill();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the service was ending", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
