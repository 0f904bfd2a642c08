package hub.query.security;

import static org.assertj.core.api.Assertions.assertThat;

import hub.query.ManualClock;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a ticket is worth when the keys have changed since it was made. */
class StreamTicketsTest {

    private static final NewApiKey KEY =
            NewApiKey.generate("wall-1", Set.of(Scope.READ, Scope.COST_READ), new SecureRandom());

    private final FakeTickets notes = new FakeTickets();

    private static KeyRing ring(String... entries) {
        return KeyRing.of(List.of(entries), null, new ManualClock("2026-01-15T12:00:00Z"));
    }

    private String issue() {
        KeyRing ring = ring(KEY.config());
        ApiKey key = Objects.requireNonNull(ring.check(KEY.key()).key());
        return Objects.requireNonNull(new StreamTickets(notes, ring).issue(key).block());
    }

    private @Nullable ApiKey redeem(String ticket, String... entries) {
        return new StreamTickets(notes, ring(entries)).redeem(ticket).block();
    }

    @Test
    void itStandsForTheKeyOnce() {
        String ticket = issue();
        assertThat(redeem(ticket, KEY.config()))
                .isEqualTo(ring(KEY.config()).check(KEY.key()).key());
        assertThat(redeem(ticket, KEY.config())).isNull();
    }

    @Test
    void itHasNoScopeThatTheKeyHasLostOrHadNot() {
        ApiKey holder = redeem(issue(), KEY.config().replace("read+cost:read", "read+ops"));
        assertThat(Objects.requireNonNull(holder).scopes()).containsExactly(Scope.READ);
    }

    @Test
    void itIsRefusedOnceTheKeyIsOrItsSecretIsReplaced() {
        NewApiKey instead = NewApiKey.generate("wall-1", Set.of(Scope.READ), new SecureRandom());
        assertThat(redeem(issue(), KEY.config() + " revoked")).isNull();
        assertThat(redeem(issue(), instead.config())).isNull();
        assertThat(redeem(issue())).isNull();
    }

    @Test
    void aNoteOfTheVersionBeforeIsRefused() {
        String ticket = issue();
        notes.notes.replaceAll((name, note) -> "wall-1 read");
        assertThat(redeem(ticket, KEY.config())).isNull();
    }
}
