package hub.app.roles;

import hub.app.config.Properties;
import hub.app.config.Role;
import hub.app.config.Settings;
import hub.mysql.MysqlSettings;
import hub.query.QueryConfiguration;
import hub.query.health.ManagementConfiguration;
import hub.query.http.Api;
import hub.query.http.Route;
import hub.query.stream.Streams;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The HTTP side of a process: health and metrics always, the API with the role query. */
final class Web implements AutoCloseable {

    /** For readers that do not listen. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final ConfigurableApplicationContext context;
    private final @Nullable LastRung lastRung;

    private Web(ConfigurableApplicationContext context, @Nullable LastRung lastRung) {
        this.context = context;
        this.lastRung = lastRung;
    }

    /**
     * @param source who may be asked when Redis cannot answer; null for nobody
     * @throws hub.app.config.UsageError if a setting is malformed or a port taken
     */
    static Web start(Settings settings, Set<Role> roles, RedisSession redis, @Nullable MysqlSettings source) {
        boolean query = roles.contains(Role.QUERY);
        List<Class<?>> sources = new ArrayList<>(List.of(Wiring.class));
        sources.add(query ? QueryConfiguration.class : ManagementConfiguration.class);
        Settings own = query ? settings : settings.with(managementAlone(settings));
        LastRung lastRung = query && source != null ? LastRung.over(source) : null;
        SpringApplicationBuilder application = new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .parent(redis.context())
                .environment(own.with(Map.of()).environment())
                .web(WebApplicationType.REACTIVE)
                .registerShutdownHook(false);
        if (lastRung != null) {
            application.initializers(lastRung);
        }
        try {
            return new Web(application.run(), lastRung);
        } catch (RuntimeException e) {
            if (lastRung != null) {
                lastRung.close();
            }
            throw StartFailure.explained(e);
        }
    }

    /** Where the API is, or health and metrics if there is no API. */
    int port() {
        if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            return web.getWebServer().getPort();
        }
        throw new IllegalStateException("the web server has not started");
    }

    /** Every route of the API; none without the role query. */
    List<Route> routes() {
        return context.getBeanProvider(Api.class).stream()
                .flatMap(api -> api.routes().stream())
                .toList();
    }

    /** Where health and metrics are; the same as {@link #port} if there is no API. */
    int managementPort() {
        return context.getEnvironment().getProperty("local.management.port", Integer.class, port());
    }

    /** What is served as metrics. */
    MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    /** Tells every stream that the process goes down, and opens no more; returns at once. */
    void endStreams() {
        context.getBeanProvider(Streams.class).ifAvailable(streams -> streams.close(GRACE));
    }

    @Override
    public void close() {
        context.close();
        if (lastRung != null) {
            lastRung.close();
        }
    }

    /** One port is enough where there is no API. */
    private static Map<String, String> managementAlone(Settings settings) {
        Map<String, String> own = new HashMap<>();
        own.put(Properties.PORT.name(), settings.text(Properties.MANAGEMENT_PORT));
        own.put(Properties.ADDRESS.name(), settings.text(Properties.MANAGEMENT_ADDRESS));
        return own;
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Wiring {}
}
