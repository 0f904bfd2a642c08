package hub.bench.cli;

import hub.bench.stage.RedisMeter;
import hub.bench.stage.Stage;
import hub.mysql.SslMode;
import hub.testkit.servers.Flavor;
import hub.testkit.servers.Servers;
import hub.testkit.servers.SourceServer;
import hub.testkit.servers.StoreServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which servers are measured on: given ones, containers, or the embedded ones. */
final class ServerOptions {

    private static final String PASSWORD = "HUB_MYSQL_PASSWORD";

    @Option(
            names = "--docker",
            scope = ScopeType.INHERIT,
            description = "Measure on MySQL and Redis in containers instead of the embedded MariaDB and Redis.")
    private boolean docker;

    @Option(
            names = "--mysql",
            scope = ScopeType.INHERIT,
            paramLabel = "USER@HOST:PORT",
            description = "Measure on this MySQL, whose user may create databases; the password comes from " + PASSWORD
                    + ". Leaves databases named bench_… behind. Wants --redis.")
    private @Nullable String mysql;

    @Option(
            names = "--redis",
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            description = "Measure on this Redis, which must be empty: it is wiped between rounds. Wants --mysql.")
    private @Nullable String redis;

    @Option(
            names = "--ssl-mode",
            scope = ScopeType.INHERIT,
            paramLabel = "MODE",
            description =
                    "How service and floor connect to the source: disabled, preferred or required. Default: preferred"
                            + " on MySQL, disabled on MariaDB.")
    private @Nullable String sslMode;

    /** The servers, started, and how they are connected to. */
    Stage stage() {
        return Stage.on(start(), sslMode == null ? null : SslMode.parse(sslMode));
    }

    private Servers start() {
        if (mysql != null && redis != null) {
            return new Servers(source(mysql), store(redis));
        }
        if (mysql != null || redis != null) {
            throw new IllegalArgumentException("--mysql and --redis go together");
        }
        return docker ? Servers.real() : Servers.embedded();
    }

    private static SourceServer source(String text) {
        int at = text.indexOf('@');
        int colon = text.lastIndexOf(':');
        if (at < 1 || colon < at) {
            throw new IllegalArgumentException("--mysql must be USER@HOST:PORT, not \"" + text + "\"");
        }
        String password = System.getenv(PASSWORD);
        return new SourceServer(
                Flavor.MYSQL,
                text.substring(at + 1, colon),
                Integer.parseInt(text.substring(colon + 1)),
                text.substring(0, at),
                password == null ? "" : password);
    }

    private static StoreServer store(String text) {
        int colon = text.lastIndexOf(':');
        StoreServer store = new StoreServer(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        try (RedisMeter meter = new RedisMeter(store)) {
            if (!meter.empty()) {
                throw new IllegalArgumentException("--redis " + text + " is not empty, and a benchmark would wipe it");
            }
        }
        return store;
    }
}
