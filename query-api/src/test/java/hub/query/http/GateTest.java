package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.query.ManualClock;
import hub.query.security.ApiKey;
import hub.query.security.NewApiKey;
import hub.query.security.Scope;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final int RATE = 25;
    private static final String PAGE = "https://dashboard.example";
    private static final NewApiKey KEY = NewApiKey.generate("wall", Set.of(Scope.READ), new SecureRandom());

    private final ManualClock clock = new ManualClock("2026-01-15T12:00:00Z");
    private final Gate gate = TestServer.gate(List.of(KEY), RATE, List.of(PAGE), clock);
    private final FakeRequest get = FakeRequest.of("GET", "/api/dashboard/leaderboard");

    private static Reply answer(Gate.Verdict verdict) {
        assertThat(verdict).isInstanceOf(Gate.Answered.class);
        return ((Gate.Answered) verdict).reply();
    }

    private static InetAddress address(int last) throws UnknownHostException {
        return InetAddress.getByName("10.0.0." + last);
    }

    @Test
    void aStrangersFloodIsStoppedByItsAddress() throws UnknownHostException {
        for (int i = 0; i < RATE; i++) {
            FakeRequest guess = get.with("X-API-Key", "hub_wall_guess" + i).from(address(1));
            assertThat(answer(gate.check(guess)).status().code()).isEqualTo(401);
        }
        Reply refused = answer(gate.check(get.with("X-API-Key", KEY.key()).from(address(1))));
        assertThat(refused.status().code()).isEqualTo(429);
        assertThat(refused.headers().get("Retry-After")).isEqualTo("3600");
        assertThat(gate.check(get.with("X-API-Key", KEY.key()).from(address(2))))
                .isInstanceOf(Gate.Admitted.class);
    }

    @Test
    void aKeyIsMeasuredWhereverItComesFrom() throws UnknownHostException {
        ApiKey key = admitted(1);
        gate.charge(key, RATE - 2);
        admitted(2);
        assertThat(answer(gate.check(get.with("X-API-Key", KEY.key()).from(address(3))))
                        .status()
                        .code())
                .isEqualTo(429);
        assertThatThrownBy(() -> gate.charge(key, 1)).hasMessage("/problems/too-many-requests");
    }

    private ApiKey admitted(int from) throws UnknownHostException {
        Gate.Verdict verdict = gate.check(get.with("X-API-Key", KEY.key()).from(address(from)));
        assertThat(verdict).isInstanceOf(Gate.Admitted.class);
        return ((Gate.Admitted) verdict).key();
    }

    /** Security row 13; {@code RateLimitsTest} does the same with addresses. */
    @Test
    void aMillionMadeUpKeysLeaveNoTrace() throws UnknownHostException {
        Gate patient = TestServer.gate(List.of(KEY), 10_000_000, List.of(), clock);
        refuse(patient, 0, 20_000);
        long before = liveSet();
        refuse(patient, 20_000, 1_020_000);
        assertThat(liveSet() - before).as("bytes that 1,000,000 keys left").isLessThan(4 << 20);
    }

    private void refuse(Gate patient, int from, int to) throws UnknownHostException {
        FakeRequest stranger = get.from(address(9));
        for (int i = from; i < to; i++) {
            FakeRequest guess = new FakeRequest(
                    "GET", stranger.uri(), Map.of("X-API-Key", "hub_wall" + i + "_" + i * 31L), "", stranger.address());
            if (answer(patient.check(guess)).status().code() != 401) {
                throw new AssertionError("not refused: " + guess);
            }
        }
    }

    private static long liveSet() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void aPageOfAConfiguredOriginMayAsk() {
        FakeRequest question = FakeRequest.of("OPTIONS", "/api/dashboard/leaderboard")
                .with("Access-Control-Request-Method", "GET")
                .with("Origin", PAGE);
        Reply reply = answer(gate.check(question));
        assertThat(reply.status().code()).isEqualTo(204);
        assertThat(reply.headers().get("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
        assertThat(reply.headers().get("Access-Control-Allow-Headers"))
                .contains("X-API-Key", "Hub-Read-After", "X-Request-Id");
        assertThat(marks(PAGE).get("Access-Control-Allow-Origin")).isEqualTo(PAGE);
        assertThat(marks(PAGE).get("Access-Control-Expose-Headers"))
                .contains("ETag", "Hub-Position", "Hub-Report-Version");
    }

    @Test
    void aPageOfAnotherOriginIsToldNothing() {
        FakeRequest question = FakeRequest.of("OPTIONS", "/api/dashboard/leaderboard")
                .with("Access-Control-Request-Method", "GET")
                .with("Origin", "https://dashboard.example.evil");
        assertThat(answer(gate.check(question)).headers().isEmpty()).isTrue();
        for (String origin : new String[] {"https://dashboard.example.evil", "null", null}) {
            assertThat(marks(origin).names()).as("for %s", origin).containsExactly("vary");
        }
    }

    private HttpHeaders marks(@Nullable String origin) {
        HttpHeaders headers = new DefaultHttpHeaders();
        gate.mark(origin, headers);
        return headers;
    }

    @Test
    void optionsThatIsNoQuestionNeedsAKey() {
        assertThat(answer(gate.check(FakeRequest.of("OPTIONS", "/api/dashboard/leaderboard")))
                        .status()
                        .code())
                .isEqualTo(401);
    }

    @Test
    void refusedKeysGetOneConstantAnswer() {
        Reply wrong = answer(gate.check(get.with("X-API-Key", KEY.key() + "x")));
        Reply none = answer(gate.check(get));
        assertThat(wrong).isSameAs(none);
        assertThat(new String(((Reply.Body.Bytes) none.body()).bytes(), StandardCharsets.UTF_8))
                .doesNotContain("wall");
    }

    @Test
    void aRequestIsNamedByItsCallerOnlyInPlainWords() {
        assertThat(get.with("X-Request-Id", "abc-1.2_3").id()).isEqualTo("abc-1.2_3");
        for (String bad : List.of("", "a b", "x\r\nSet-Cookie: y", "x".repeat(65), "\u001b[31m")) {
            assertThat(get.with("X-Request-Id", bad).id()).matches("[0-9a-f]{8}-[0-9a-f]+");
        }
        assertThat(Objects.requireNonNull(get.id())).isNotEqualTo(get.id());
    }
}
