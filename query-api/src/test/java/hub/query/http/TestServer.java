package hub.query.http;

import hub.projections.operations.PipelineStatus;
import hub.query.security.ApiKeys;
import hub.query.security.NewApiKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Routes on a real Reactor Netty, on a port of its own. */
final class TestServer {

    private TestServer() {}

    static DisposableServer of(
            List<Route> routes,
            List<NewApiKey> keys,
            Supplier<List<PipelineStatus>> statuses,
            MeterRegistry registry,
            Clock clock) {
        Api api = new Api(
                routes,
                ApiKeys.parse(keys.stream().map(NewApiKey::config).toList()),
                new Problems(statuses),
                new RouteMetrics(registry),
                clock);
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new NettyApi(api))
                .bindNow();
    }

    static WebTestClient client(DisposableServer server) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + server.port())
                .build();
    }
}
