package hub.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class QueryPropertiesTest {

    private static QueryProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("hub.api", QueryProperties.class);
    }

    @Test
    void defaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new QueryProperties(
                        List.of(),
                        null,
                        List.of(),
                        new QueryProperties.Rate(200, 400, Duration.ofSeconds(1)),
                        new QueryProperties.Limits(
                                Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(1), 10_000),
                        new QueryProperties.Streams(8_000, 2_000, Duration.ofHours(1), Duration.ofSeconds(60)),
                        500,
                        Duration.ofSeconds(1),
                        false));
    }

    @Test
    void names() {
        assertThat(bind(Map.ofEntries(
                        Map.entry("hub.api.keys", "a:b:read,c:d:ops"),
                        Map.entry("hub.api.keys-file", "/etc/hub/keys"),
                        Map.entry("hub.api.cors-origins", "https://a,https://b"),
                        Map.entry("hub.api.rate.per-key", "20"),
                        Map.entry("hub.api.rate.per-address", "30"),
                        Map.entry("hub.api.rate.period", "2s"),
                        Map.entry("hub.api.limits.head", "3s"),
                        Map.entry("hub.api.limits.body", "4s"),
                        Map.entry("hub.api.limits.answer", "6s"),
                        Map.entry("hub.api.limits.connections", "5"),
                        Map.entry("hub.api.streams.most", "6"),
                        Map.entry("hub.api.streams.most-per-key", "5"),
                        Map.entry("hub.api.streams.max-age", "1m"),
                        Map.entry("hub.api.streams.patience", "2s"),
                        Map.entry("hub.api.hot-views", "7"),
                        Map.entry("hub.api.store-timeout", "250ms"),
                        Map.entry("hub.api.mysql-while-filling", "true"))))
                .isEqualTo(new QueryProperties(
                        List.of("a:b:read", "c:d:ops"),
                        Path.of("/etc/hub/keys"),
                        List.of("https://a", "https://b"),
                        new QueryProperties.Rate(20, 30, Duration.ofSeconds(2)),
                        new QueryProperties.Limits(
                                Duration.ofSeconds(3), Duration.ofSeconds(4), Duration.ofSeconds(6), 5),
                        new QueryProperties.Streams(6, 5, Duration.ofMinutes(1), Duration.ofSeconds(2)),
                        7,
                        Duration.ofMillis(250),
                        true));
    }
}
