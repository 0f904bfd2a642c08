package hub.query;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(bind(Map.of())).isEqualTo(new QueryProperties(List.of(), 500, Duration.ofSeconds(1), false));
    }

    @Test
    void names() {
        assertThat(bind(Map.of(
                        "hub.api.keys", "a:b:read,c:d:ops",
                        "hub.api.hot-views", "7",
                        "hub.api.store-timeout", "250ms",
                        "hub.api.mysql-while-filling", "true")))
                .isEqualTo(new QueryProperties(List.of("a:b:read", "c:d:ops"), 7, Duration.ofMillis(250), true));
    }
}
