package hub.query.http;

import hub.projections.operations.PipelineStatus;
import hub.query.security.FakeTickets;
import hub.query.security.KeyRing;
import hub.query.security.NewApiKey;
import hub.query.security.RateLimits;
import hub.query.security.RefusedKeys;
import hub.query.security.StreamTickets;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Routes on a real Reactor Netty, on a port of its own. */
public final class TestServer {

    private TestServer() {}

    public static DisposableServer of(
            List<Route> routes,
            List<NewApiKey> keys,
            Supplier<List<PipelineStatus>> statuses,
            MeterRegistry registry,
            Clock clock) {
        Api api = new Api(
                routes,
                gate(keys, 1_000, List.of("https://dashboard.example"), clock),
                new Problems(statuses),
                new RouteMetrics(registry),
                clock);
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new NettyApi(api))
                .bindNow();
    }

    public static Gate gate(List<NewApiKey> keys, int rate, List<String> origins, Clock clock) {
        KeyRing ring = KeyRing.of(keys.stream().map(NewApiKey::config).toList(), null, clock);
        return new Gate(
                ring,
                new RateLimits(rate, rate, Duration.ofHours(1)),
                new Cors(origins),
                new RefusedKeys(),
                new StreamTickets(new FakeTickets(), ring));
    }

    public static WebTestClient client(DisposableServer server) {
        return WebTestClient.bindToServer(new JdkClientHttpConnector())
                .baseUrl("http://127.0.0.1:" + server.port())
                .build();
    }
}
