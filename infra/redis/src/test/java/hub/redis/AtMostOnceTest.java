package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class AtMostOnceTest {

    @Test
    void replaysNothing() {
        ClientOptions options = new AtMostOnce(LettuceClientConfiguration.defaultConfiguration())
                .getClientOptions()
                .orElseThrow();

        assertThat(options.isAutoReconnect()).isFalse();
        assertThat(options.getDisconnectedBehavior()).isEqualTo(DisconnectedBehavior.REJECT_COMMANDS);
        assertThat(options.getTimeoutOptions().isTimeoutCommands()).isTrue();
    }

    @Test
    void waitsFiveSecondsUnlessToldOtherwise() {
        assertThat(new AtMostOnce(LettuceClientConfiguration.defaultConfiguration()).getCommandTimeout())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(new AtMostOnce(LettuceClientConfiguration.builder()
                                .commandTimeout(Duration.ofMillis(700))
                                .build())
                        .getCommandTimeout())
                .isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void keepsWhatElseWasConfigured() {
        LettuceClientConfiguration configured = LettuceClientConfiguration.builder()
                .clientName("hub")
                .clientOptions(ClientOptions.builder().requestQueueSize(17).build())
                .useSsl()
                .build();
        AtMostOnce ours = new AtMostOnce(configured);

        assertThat(ours.getClientName()).contains("hub");
        assertThat(ours.isUseSsl()).isTrue();
        assertThat(ours.getVerifyMode()).isEqualTo(configured.getVerifyMode());
        assertThat(ours.getClientOptions().orElseThrow().getRequestQueueSize()).isEqualTo(17);
    }

    @Test
    void refusesAClusterByName() {
        LettuceConnectionFactory cluster =
                new LettuceConnectionFactory(new RedisClusterConfiguration(List.of("127.0.0.1:7000")));

        assertThatThrownBy(() -> new RedisConnections(cluster))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spring.data.redis.cluster");
    }
}
