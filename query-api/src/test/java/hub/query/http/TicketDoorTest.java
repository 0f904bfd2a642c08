package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import hub.query.ManualClock;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Who shows a ticket passes the same door as who shows a key. */
class TicketDoorTest {

    private static final int RATE = 3;
    private static final NewApiKey KEY = NewApiKey.generate("wall", Set.of(Scope.READ), new SecureRandom());

    private final ManualClock clock = new ManualClock("2026-01-15T12:00:00Z");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Api api = new Api(
            List.of(new Route(
                    "watch",
                    Method.GET,
                    new PathTemplate("/api/watch"),
                    Scope.READ,
                    "",
                    List.of(TicketRoutes.TICKET),
                    call -> Mono.just(Reply.json("{}".getBytes(StandardCharsets.UTF_8))))),
            TestServer.gate(List.of(KEY), RATE, List.of(), clock),
            new Problems(List::of),
            new RouteMetrics(registry),
            clock);

    private int status(String query) {
        FakeRequest request = FakeRequest.of("GET", "/api/watch?" + query);
        return Objects.requireNonNull(api.answer(request).block()).status().code();
    }

    private long counted(int status) {
        return registry.get("hub.api.answers")
                .tag("status", Integer.toString(status))
                .timer()
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket=%zz", "ticket=x&more=%", "ticket=", "ticket=a&ticket=b", "tickets=a"})
    void aBrokenQueryIsMeasuredRefusedAndCountedAsAnyStrangers(String query) {
        for (int i = 0; i < RATE; i++) {
            assertThat(status(query)).isEqualTo(401);
        }
        assertThat(status(query)).isEqualTo(429);
        assertThat(counted(401)).isEqualTo(RATE);
        assertThat(counted(429)).isEqualTo(1);
    }

    @Test
    void whoHasAKeyIsToldWhatIsBroken() {
        FakeRequest request = FakeRequest.of("GET", "/api/watch?ticket=%zz").with("X-API-Key", KEY.key());
        assertThat(Objects.requireNonNull(api.answer(request).block()).status().code())
                .isEqualTo(400);
    }
}
