package hub.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis 6.2 on a loopback port that keeps everything in memory and evicts nothing. No password: it listens on the
 * loopback address only and holds nothing that the demo's database does not.
 */
public final class EmbeddedRedis implements AutoCloseable {

    public static final String HOST = "127.0.0.1";

    private static final Duration START_WITHIN = Duration.ofSeconds(30);

    private final Workspace workspace;
    private final Process process;
    private final int port;

    private EmbeddedRedis(Workspace workspace, Process process, int port) {
        this.workspace = workspace;
        this.process = process;
        this.port = port;
    }

    /** Starts one on a free port, in a workspace of its own that goes with it. */
    public static EmbeddedRedis start() {
        return start(0);
    }

    /** Starts one on {@code port} (0: any free one), with further settings over the usual ones, such as {@code "--maxmemory", "10mb"}. */
    public static EmbeddedRedis start(int port, String... settings) {
        return startIn(Workspace.createClosedAtExit(), port, settings);
    }

    /** Starts one in {@code workspace}, which it closes when it is closed. */
    public static EmbeddedRedis startIn(Workspace workspace, int port, String... settings) {
        try {
            return run(workspace, FreePort.orAny(port), settings);
        } catch (IOException | EmbeddedServerException e) {
            workspace.close();
            throw new EmbeddedServerException("Redis did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            workspace.close();
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("interrupted while Redis was starting", e);
        }
    }

    public String host() {
        return HOST;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        workspace.stop(process);
        workspace.close();
    }

    private static EmbeddedRedis run(Workspace workspace, int port, String... settings)
            throws IOException, InterruptedException {
        Path folder = workspace.folder("redis");
        String server =
                ExecutableProvider.newJarResourceProvider(folder.toFile()).get().getAbsolutePath();
        List<String> command = new ArrayList<>(List.of(server, "--port", Integer.toString(port), "--bind", HOST));
        command.addAll(List.of("--dir", folder.toString(), "--save", "", "--appendonly", "no"));
        command.addAll(List.of("--maxmemory-policy", "noeviction", "--databases", "16"));
        command.addAll(List.of(settings));
        Path log = workspace.directory().resolve("redis.log");
        Process process = workspace.start(new ProcessBuilder(command).directory(folder.toFile()), log);
        new StartLog(log).await("Ready to accept connections", process, START_WITHIN);
        return new EmbeddedRedis(workspace, process, port);
    }
}
