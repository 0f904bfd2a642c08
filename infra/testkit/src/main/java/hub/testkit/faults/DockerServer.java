package hub.testkit.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A container with a port that stays the same however often its server is killed and started; gone when closed. Speaks to
 * the engine through its command line, because that keeps a chosen port over a restart.
 */
public final class DockerServer implements ServerControl, AutoCloseable {

    private final String name;
    private final int port;

    /**
     * @param options of {@code docker run}
     * @param command what follows them: image and arguments
     */
    public DockerServer(String purpose, int inside, List<String> options, List<String> command) {
        port = freePort();
        name = "hub-fault-" + purpose + "-" + ProcessHandle.current().pid() + "-" + port;
        List<String> run =
                new ArrayList<>(List.of("run", "-d", "--name", name, "-p", "127.0.0.1:" + port + ":" + inside));
        run.addAll(options);
        run.addAll(command);
        docker(run);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
    }

    public int port() {
        return port;
    }

    @Override
    public void kill() {
        docker(List.of("kill", "-s", "KILL", name));
    }

    @Override
    public void start() {
        docker(List.of("start", name));
        FaultBench.await(name, this::accepts);
    }

    /** Runs a program beside the server. */
    public String exec(String... command) {
        List<String> arguments = new ArrayList<>(List.of("exec", name));
        arguments.addAll(List.of(command));
        return docker(arguments);
    }

    /** Makes a file of the server, which must not be running, shorter: by what its length becomes. */
    public void shorten(String file, LongUnaryOperator length) {
        try {
            Path copy = Files.createTempFile("cut", null);
            docker(List.of("cp", name + ":" + file, copy.toString()));
            try (FileChannel whole = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                whole.truncate(Math.max(0, length.applyAsLong(whole.size())));
            }
            docker(List.of("cp", copy.toString(), name + ":" + file));
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the server is in the engine's own network, past the published port; changes when it is started anew. */
    public String address() {
        return docker(List.of("inspect", "-f", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", name))
                .strip();
    }

    /** Runs a program of this machine in the network namespace of the server; only root may. */
    public void inItsNetwork(String... command) {
        String pid = docker(List.of("inspect", "-f", "{{.State.Pid}}", name)).strip();
        List<String> run = new ArrayList<>(List.of("nsenter", "-t", pid, "-n"));
        run.addAll(List.of(command));
        output(run);
    }

    /** Whether something listens at the port. */
    public boolean accepts() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            docker(List.of("rm", "-f", "-v", name));
        } catch (IllegalStateException gone) {
            // Closed before.
        }
    }

    private static String docker(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(arguments);
        return output(command);
    }

    private static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(command.getFirst() + " is not there", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
