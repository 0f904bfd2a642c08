package hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EmbeddedRedisIT {

    @Test
    void answersEvictsNothingAndLeavesNothing() throws IOException {
        Workspace workspace = Workspace.create();
        try (EmbeddedRedis redis = EmbeddedRedis.startIn(workspace, 0)) {
            assertThat(ask(redis, "PING")).isEqualTo("+PONG");
            assertThat(ask(redis, "CONFIG GET maxmemory-policy", 5)).isEqualTo("noeviction");
        }
        assertThat(workspace.directory()).doesNotExist();
    }

    @Test
    void takesFurtherSettings() throws IOException {
        try (EmbeddedRedis redis = EmbeddedRedis.start(0, "--maxmemory-policy", "allkeys-lru")) {
            assertThat(ask(redis, "CONFIG GET maxmemory-policy", 5)).isEqualTo("allkeys-lru");
        }
    }

    @Test
    void saysWhatTheServerPrintedIfItDoesNotStart() {
        assertThatThrownBy(() -> EmbeddedRedis.start(0, "--no-such-setting", "1"))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining("Redis did not start")
                .hasMessageContaining("no-such-setting");
    }

    private static String ask(EmbeddedRedis redis, String command) throws IOException {
        return ask(redis, command, 1);
    }

    private static String ask(EmbeddedRedis redis, String command, int line) throws IOException {
        try (Socket socket = new Socket(redis.host(), redis.port());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
            String answer = "";
            for (int i = 0; i < line; i++) {
                answer = in.readLine();
            }
            return answer;
        }
    }
}
