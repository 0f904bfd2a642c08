package hub.query.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final int PER_ADDRESS = 3;
    private static final int PER_KEY = 25;

    private final RateLimits limits = new RateLimits(PER_ADDRESS, PER_KEY, Duration.ofHours(1));

    private static InetAddress address(String text) throws UnknownHostException {
        return InetAddress.getByName(text);
    }

    private static ApiKey key(String id) {
        return new ApiKey(id, "", Set.of(Scope.READ), null, null, false);
    }

    @Test
    void eachAddressHasItsOwnMeasure() throws UnknownHostException {
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(limits.allowsAddress(address("10.0.0.1"))).isTrue();
        }
        assertThat(limits.allowsAddress(address("10.0.0.1"))).isFalse();
        assertThat(limits.allowsAddress(address("10.0.0.2"))).isTrue();
        assertThat(limits.allowsAddress(null)).isTrue();
        assertThat(limits.retryAfter()).isEqualTo(3600);
    }

    @Test
    void aNetworkOfIpv6IsOneCaller() throws UnknownHostException {
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(limits.allowsAddress(address("2001:db8:0:1::" + (i + 1))))
                    .isTrue();
        }
        assertThat(limits.allowsAddress(address("2001:db8:0:1:ffff::9"))).isFalse();
        assertThat(limits.allowsAddress(address("2001:db8:0:2::1"))).isTrue();
    }

    @Test
    void aBatchCostsItsItems() {
        assertThat(limits.allowsKey(key("a"), 20)).isTrue();
        assertThat(limits.allowsKey(key("a"), 6)).isFalse();
        assertThat(limits.allowsKey(key("a"), 5)).isTrue();
        assertThat(limits.allowsKey(key("a"), 1)).isFalse();
        assertThat(limits.allowsKey(key("b"), 1)).isTrue();
    }

    @Test
    void nobodyIsForgottenBeforeHisPeriodIsOver() throws UnknownHostException {
        AtomicLong nanos = new AtomicLong();
        RateLimits hourly = new RateLimits(1, 1, Duration.ofHours(1), nanos::get);
        assertThat(hourly.allowsAddress(address("10.0.0.1"))).isTrue();
        assertThat(hourly.allowsKey(key("a"), 1)).isTrue();
        nanos.set(Duration.ofMinutes(59).toNanos());
        assertThat(hourly.allowsAddress(address("10.0.0.1"))).isFalse();
        assertThat(hourly.allowsKey(key("a"), 1)).isFalse();
        nanos.addAndGet(Duration.ofMinutes(61).toNanos());
        assertThat(hourly.remembered()).isZero();
    }

    @Test
    void aMillionCallersAreNotRemembered() throws UnknownHostException {
        byte[] bytes = new byte[4];
        for (int i = 0; i < 1_000_000; i++) {
            bytes[0] = 10;
            bytes[1] = (byte) (i >> 16);
            bytes[2] = (byte) (i >> 8);
            bytes[3] = (byte) i;
            limits.allowsAddress(InetAddress.getByAddress(bytes));
        }
        assertThat(limits.remembered()).isLessThanOrEqualTo(20_000);
    }
}
