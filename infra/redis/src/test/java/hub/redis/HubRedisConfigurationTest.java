package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.operations.ControlPlane;
import hub.projections.store.ReadModelStore;
import hub.projections.store.StoreUnavailable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** With Boot's own auto-configuration, and no Redis anywhere. */
class HubRedisConfigurationTest {

    private static final Map<String, Object> NOBODY_LISTENS = Map.of(
            "spring.data.redis.host", "127.0.0.1", "spring.data.redis.port", "1", "spring.data.redis.timeout", "2s");

    @Test
    void startsWithoutRedisAndSaysWhatIsAway() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", NOBODY_LISTENS));
            context.register(DataRedisAutoConfiguration.class, HubRedisConfiguration.class);
            context.refresh();

            assertThat(context.getBean(RedisConnections.class).timeout()).hasSeconds(2);
            assertThat(context.getBean(ControlPlane.class)).isInstanceOf(RedisControlPlane.class);
            assertThat(context.getBean(BoardReader.class)).isNotNull();
            assertThatThrownBy(() -> context.getBean(ReadModelStore.class).pointer())
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageStartingWith("read the pointer: ");
            assertThat(context.getBean(RedisPreflight.class).run())
                    .extracting(RedisFinding::setting)
                    .containsExactly("spring.data.redis.*");
        }
    }
}
