package hub.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hub.app.config.Settings;
import hub.app.roles.RedisSession;
import hub.app.roles.Server;
import hub.embedded.EmbeddedRedis;
import hub.projections.operations.PipelineState;
import hub.projections.operations.PipelineStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What {@code hub serve} says where a setting is malformed, a port is taken, or a server is away. */
class StartIT {

    private static final String NO_SERVER = "1";
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(20);

    private static EmbeddedRedis redis;

    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--hub.api.keys=no-key",
                "--hub.api.hot-views=many",
                "--hub.api.store-timeout=soon",
                "--hub.scores=guessed",
                "--hub.query.source=redis",
                "--hub.query.source=read-model,leader:mysql",
                "--hub.query.source=mysql",
                "--spring.data.redis.database=first"
            })
    void namesTheSettingThatCannotBeUnderstood(String setting) {
        assertThat(serveQuery(redis, setting)).isEqualTo(2);
        assertThat(err.toString()).contains(setting.substring(2, setting.indexOf('=')));
        assertOneMessage();
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(serveQuery(redis, "--server.port=" + taken.getLocalPort()))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("port " + taken.getLocalPort() + " is in use", "server.port");
        }
        assertOneMessage();
    }

    @Test
    void tellsEveryProcessWhatIngestWaitsFor() throws InterruptedException {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.data.redis.host", redis.host(),
                "spring.data.redis.port", Integer.toString(redis.port()),
                "server.address", "127.0.0.1",
                "server.port", "0",
                "management.server.port", "0"));
        settings.putAll(Map.of(
                "hub.mysql.host", "127.0.0.1",
                "hub.mysql.port", NO_SERVER,
                "hub.mysql.database", "productivity",
                "hub.mysql.username", "hub"));
        Settings given = Settings.of(settings);
        try (Server server = Server.start(given);
                RedisSession other = new RedisSession(given)) {
            assertThat(server.port()).isPositive();
            List<PipelineStatus> statuses = other.control().statuses();
            long deadline = System.nanoTime() + SEEN_WITHIN.toNanos();
            while (statuses.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(50);
                statuses = other.control().statuses();
            }
            assertThat(statuses).singleElement().satisfies(status -> {
                assertThat(status.state()).isEqualTo(PipelineState.WAITING);
                assertThat(status.cause()).contains("hub.mysql.host", "127.0.0.1:" + NO_SERVER);
            });
        }
    }

    private int serveQuery(EmbeddedRedis store, String... more) {
        CommandLine line = HubCommand.commandLine();
        line.setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of("serve", "--roles", "query"));
        arguments.addAll(List.of("--redis", store.host() + ":" + store.port(), "--server.address=127.0.0.1"));
        arguments.addAll(List.of("--server.port=0", "--management.server.port=0"));
        arguments.addAll(List.of(more));
        return line.execute(arguments.toArray(String[]::new));
    }

    private void assertOneMessage() {
        assertThat(err.toString()).startsWith("hub: ").doesNotContain("\tat ", "Exception", "Error creating bean");
    }
}
