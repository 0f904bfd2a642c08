package hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB 11.4 with a row-based, full-image, GTID-strict binary log, on a loopback port, in a temporary directory. Fit
 * for a demo and for tests: it does not wait for the disk, so a crash of the machine may lose what was committed.
 *
 * <p>Three accounts: {@link #service} is what a careful administrator would give to the hub, {@link #writer} is what the
 * legacy application has, {@link #root} is for tests. All three connect from the loopback address only.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    public static final String HOST = "127.0.0.1";

    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private final Workspace workspace;
    private final Process process;
    private final int port;
    private final String database;
    private final Accounts accounts;

    private EmbeddedMariaDb(Workspace workspace, Process process, int port, String database, Accounts accounts) {
        this.workspace = workspace;
        this.process = process;
        this.port = port;
        this.database = database;
        this.accounts = accounts;
    }

    /** Starts one on a free port, in a workspace of its own that goes with it. */
    public static EmbeddedMariaDb start() {
        return startIn(Workspace.createClosedAtExit(), MariaDbOptions.defaults());
    }

    /** Starts one, in a workspace of its own that goes with it. */
    public static EmbeddedMariaDb start(MariaDbOptions options) {
        return startIn(Workspace.createClosedAtExit(), options);
    }

    /** Starts one in {@code workspace}, which it closes when it is closed. */
    public static EmbeddedMariaDb startIn(Workspace workspace, MariaDbOptions options) {
        try {
            return new Start(workspace, options).run();
        } catch (IOException e) {
            workspace.close();
            throw new EmbeddedServerException("MariaDB did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            workspace.close();
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("interrupted while MariaDB was starting", e);
        } catch (EmbeddedServerException e) {
            workspace.close();
            throw new EmbeddedServerException("MariaDB did not start: " + e.getMessage(), e);
        }
    }

    public String host() {
        return HOST;
    }

    public int port() {
        return port;
    }

    public String database() {
        return database;
    }

    /** Reads the change stream and the tables; writes what the jobs and the migrations of {@code hub_*} need. */
    public Account service() {
        return accounts.service();
    }

    /** May do anything in {@link #database}, and nothing beside it. */
    public Account writer() {
        return accounts.writer();
    }

    public Account root() {
        return accounts.root();
    }

    /** For MariaDB Connector/J. */
    public String jdbcUrl() {
        return "jdbc:mariadb://" + HOST + ":" + port + "/" + database;
    }

    @Override
    public void close() {
        workspace.stop(process);
        workspace.close();
    }

    /** One start, step by step. */
    private static final class Start {

        private final Workspace workspace;
        private final MariaDbOptions options;
        private final Path base;
        private final Path data;
        private final Path scratch;
        private final Accounts accounts = Accounts.random();

        Start(Workspace workspace, MariaDbOptions options) throws IOException {
            this.workspace = workspace;
            this.options = options;
            this.base = workspace.folder("mariadb");
            this.data = workspace.folder("data");
            this.scratch = workspace.folder("scratch");
        }

        EmbeddedMariaDb run() throws IOException, InterruptedException {
            CompletableFuture<@Nullable Certificate> certificate = CompletableFuture.supplyAsync(this::certificate);
            Path server = new MariaDbBinaries(workspace).unpackInto(base);
            createSystemTables(server);
            Path accountsScript = scratch.resolve("accounts.sql");
            Files.writeString(accountsScript, accounts.sql(options.database()));
            int port = FreePort.orAny(options.port());
            Path log = workspace.directory().resolve("mariadb.log");
            Process process = workspace.start(inBase(arguments(server, port, accountsScript, certificate.join())), log);
            new StartLog(log).await(": ready for connections", process, START_WITHIN);
            Files.delete(accountsScript);
            return new EmbeddedMariaDb(workspace, process, port, options.database(), accounts);
        }

        private @Nullable Certificate certificate() {
            try {
                return Certificate.makeIn(workspace, scratch);
            } catch (IOException e) {
                throw new EmbeddedServerException("cannot make a certificate: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EmbeddedServerException("interrupted while making a certificate", e);
            }
        }

        private void createSystemTables(Path server) throws IOException, InterruptedException {
            Path script = scratch.resolve("system-tables.sql");
            SystemTables.writeScript(base, script);
            List<String> command = common(server);
            command.addAll(List.of("--bootstrap", "--skip-log-bin", "--log-warnings=0", "--enforce-storage-engine="));
            Path log = workspace.directory().resolve("bootstrap.log");
            Process bootstrap = workspace.start(inBase(command).redirectInput(script.toFile()), log);
            if (bootstrap.waitFor() != 0) {
                throw new EmbeddedServerException("its system tables could not be made:\n" + new StartLog(log).tail());
            }
        }

        private List<String> arguments(Path server, int port, Path init, @Nullable Certificate certificate) {
            List<String> command = common(server);
            command.addAll(List.of(
                    "--bind-address=" + HOST,
                    "--port=" + port,
                    "--socket=" + scratch.resolve("s"),
                    "--skip-name-resolve",
                    "--init-file=" + init,
                    "--character-set-server=utf8mb4",
                    "--collation-server=utf8mb4_general_ci",
                    "--max-connections=200",
                    "--log-warnings=1"));
            command.addAll(List.of(
                    "--server-id=" + options.serverId(),
                    "--log-bin=binlog",
                    "--binlog-format=ROW",
                    "--binlog-row-image=FULL",
                    "--gtid-strict-mode=1",
                    "--sync-binlog=0"));
            if (certificate != null) {
                command.add("--ssl-cert=" + certificate.certificate());
                command.add("--ssl-key=" + certificate.key());
            }
            command.addAll(options.arguments());
            return command;
        }

        private List<String> common(Path server) {
            List<String> command = new ArrayList<>(List.of(
                    server.toString(),
                    "--no-defaults",
                    "--basedir=" + base,
                    "--datadir=" + data,
                    "--tmpdir=" + scratch,
                    "--innodb-log-file-size=32M",
                    "--innodb-flush-log-at-trx-commit=0"));
            if ("root".equals(System.getProperty("user.name"))) {
                command.add("--user=root");
            }
            return command;
        }

        private ProcessBuilder inBase(List<String> command) {
            ProcessBuilder builder = new ProcessBuilder(command).directory(base.toFile());
            builder.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
            builder.environment()
                    .put("DYLD_FALLBACK_LIBRARY_PATH", base.resolve("libs").toString());
            return builder;
        }
    }
}
