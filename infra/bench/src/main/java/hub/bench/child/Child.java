package hub.bench.child;

import hub.bench.machine.Priority;
import hub.bench.machine.ProcessCpu;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A Java process with the class path of this one. What it prints is appended to {@code bench-processes.log}. */
public final class Child implements AutoCloseable {

    /** What {@code ./hub} starts the service with; floors get the same. */
    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseCompactObjectHeaders");

    private static final File LOG = new File("bench-processes.log");

    private final String name;
    private final Process process;
    private final long logged;

    private Child(String name, Process process, long logged) {
        this.name = name;
        this.process = process;
        this.logged = logged;
    }

    /**
     * Starts {@code main}.
     *
     * @param options of the Java machine, after the usual ones
     */
    public static Child start(String name, List<String> options, String main, List<String> arguments) {
        return start(List.of(), name, options, main, arguments);
    }

    /** The same for what answers: with the memory that query must do with, and giving way to others, see {@link Priority}. */
    public static Child startAnswering(String name, String main, List<String> arguments) {
        return start(Priority.givingWay(), name, List.of("-Xmx256m"), main, arguments);
    }

    private static Child start(
            List<String> before, String name, List<String> options, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        try {
            long logged = LOG.length();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG))
                    .start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
            return new Child(name, process, logged);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not start", e);
        }
    }

    /** The options that every process is started with, as one text. */
    public static String options() {
        return String.join(" ", OPTIONS);
    }

    /** A port that nobody listens on at the moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /** CPU seconds so far; NaN where the system does not tell. */
    public double cpu() {
        return ProcessCpu.seconds(OptionalLong.of(process.pid()));
    }

    /** Waits until something has printed a line that begins so, since this was started. */
    public void awaitLine(String begin) throws InterruptedException {
        while (!printed().lines().anyMatch(line -> line.startsWith(begin))) {
            requireAlive();
            Thread.sleep(10);
        }
    }

    private String printed() {
        try (RandomAccessFile log = new RandomAccessFile(LOG, "r")) {
            log.seek(logged);
            byte[] printed = new byte[(int) (log.length() - logged)];
            log.readFully(printed);
            return new String(printed, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(LOG + " cannot be read", e);
        }
    }

    /** @throws IllegalStateException if it has ended */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    name + " ended with " + process.exitValue() + "; see " + LOG.getName() + " for why");
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
