package hub.query.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

    private final NewApiKey made =
            NewApiKey.generate("wall-1", EnumSet.of(Scope.READ, Scope.COST_READ), new SecureRandom());

    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    private static @Nullable ApiKey accepted(ApiKeys keys, @Nullable String presented) {
        return keys.check(presented, NOW).key();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ACCEPTED",
        "not_before=2026-01-15T12:00:00Z, ACCEPTED",
        "not_before=2026-01-15T12:00:01Z, NOT_NOW",
        "expires=2026-01-15T12:00:01Z, ACCEPTED",
        "expires=2026-01-15T12:00:00Z, NOT_NOW",
        "not_before=2026-01-01T00:00:00Z expires=2026-02-01T00:00:00Z, ACCEPTED",
        "not_before=2026-01-01T00:00:00Z expires=2026-02-01T00:00:00Z revoked, NOT_NOW"
    })
    void aKeyIsGoodForItsTime(String limits, ApiKeys.Verdict verdict) {
        ApiKeys keys = ApiKeys.parse(List.of(made.config() + "  " + limits));
        assertThat(keys.check(made.key(), NOW).verdict()).isEqualTo(verdict);
        assertThat(keys.check(made.key() + "x", NOW).verdict()).isEqualTo(ApiKeys.Verdict.WRONG);
    }

    @Test
    void whatWasMadeIsAccepted() {
        ApiKey key = accepted(ApiKeys.parse(List.of(made.config())), made.key());
        String fingerprint = made.config().substring("wall-1:".length()).substring(0, 16);
        assertThat(key)
                .isEqualTo(new ApiKey("wall-1", fingerprint, Set.of(Scope.READ, Scope.COST_READ), null, null, false));
    }

    @Test
    void aKeyIsLongRandomAndNeverPrinted() {
        assertThat(made.key()).matches("hub_wall-1_[A-Za-z0-9_-]{43}");
        assertThat(made.config()).matches("wall-1:[0-9a-f]{64}:read\\+cost:read");
        assertThat(made.toString()).doesNotContain(made.key());
    }

    /** Counts, and keeps what was compared. */
    private static final class Counted implements Digests {
        private final List<String> digested = new ArrayList<>();
        private final List<List<Integer>> compared = new ArrayList<>();

        @Override
        public byte[] of(String text) {
            digested.add(text);
            return Digests.SHA256.of(text);
        }

        @Override
        public boolean same(byte[] one, byte[] other) {
            compared.add(List.of(one.length, other.length));
            return Digests.SHA256.same(one, other);
        }
    }

    /** Security row 1: how long a refusal takes tells nothing, since every one does the same work as an acceptance. */
    @Test
    void whateverIsPresentedCostsOneDigestAndOneComparison() {
        String key = made.key();
        String rightPrefix = key.substring(0, key.length() - 1) + (key.endsWith("A") ? "B" : "A");
        List<String> all = new ArrayList<>(List.of(
                key,
                rightPrefix,
                "hub_wall-1_" + "x".repeat(43),
                "hub_nobody_" + "x".repeat(43),
                "hub_" + "x".repeat(43),
                "no key at all",
                "",
                "hub_wall-1_" + "x".repeat(100_000)));
        all.add(null);
        for (String presented : all) {
            Counted counted = new Counted();
            ApiKeys keys = ApiKeys.parse(List.of(made.config()), counted);
            assertThat(keys.check(presented, NOW).key() != null)
                    .as("%s", presented)
                    .isEqualTo(key.equals(presented));
            assertThat(counted.digested).as("%s", presented).hasSize(1);
            assertThat(counted.compared).as("%s", presented).containsExactly(List.of(32, 32));
        }
    }

    @Test
    void twoKeysOfOneClientMayBeActive() {
        NewApiKey next = NewApiKey.generate("wall-1b", EnumSet.of(Scope.READ), new SecureRandom());
        ApiKeys keys = ApiKeys.parse(List.of(made.config(), next.config()));
        assertThat(accepted(keys, made.key())).isNotNull();
        assertThat(accepted(keys, next.key())).isNotNull();
    }

    @Test
    void nothingElseIsAccepted() {
        ApiKeys keys = ApiKeys.parse(List.of(made.config()));
        assertThat(accepted(keys, null)).isNull();
        assertThat(accepted(keys, "")).isNull();
        assertThat(accepted(keys, "hub_")).isNull();
        assertThat(accepted(keys, made.key() + "x")).isNull();
        assertThat(accepted(keys, made.key().replace("wall-1", "wall-2"))).isNull();
        assertThat(accepted(keys, made.config().split(":")[1])).isNull();
        assertThat(accepted(keys, "hub_wall-1_" + "x".repeat(100_000))).isNull();
    }

    /** Security row 4: whoever writes the hash of a secret of his own into the configuration is refused with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "0123456789012345678901234567890123456789012345",
                "+/34567890123456789012345678901234567890123"
            })
    void aSecretThatWasNotMadeByTheToolIsRefused(String secret) {
        String key = "hub_own_" + secret;
        ApiKeys keys = ApiKeys.parse(List.of("own:" + HexFormat.of().formatHex(KeyText.digest(key)) + ":read"));
        assertThat(keys.check(key, NOW).verdict()).isEqualTo(ApiKeys.Verdict.WRONG);
    }

    @Test
    void withoutConfigurationNobodyMayDoAnything() {
        ApiKeys keys = ApiKeys.parse(List.of("", " "));
        assertThat(keys.isEmpty()).isTrue();
        assertThat(accepted(keys, made.key())).isNull();
        assertThat(accepted(keys, "")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev-api-key-123", "", "changeme", "hub_demo_secret"})
    void hashesOfKnownSecretsAreRefused(String secret) {
        String entry = "x:" + HexFormat.of().formatHex(KeyText.digest(secret)) + ":read";
        assertThatThrownBy(() -> ApiKeys.parse(List.of(entry)))
                .isInstanceOf(ApiKeysRefused.class)
                .hasMessageContaining("known or example key");
    }

    @Test
    void allProblemsAreListedAtOnceAndNoSecretIsRepeated() {
        String hash = made.config().split(":")[1];
        assertThatThrownBy(() -> ApiKeys.parse(List.of(
                        made.config(),
                        made.config(),
                        made.key(),
                        "Wall:" + hash + ":read",
                        "short:abc:read",
                        "zero:" + "0".repeat(64) + ":read",
                        "scope:" + hash + ":admin",
                        "when:" + hash + ":read expires=tomorrow",
                        "what:" + hash + ":read forever")))
                .isInstanceOf(ApiKeysRefused.class)
                .hasMessageContaining("entry 2: \"wall-1\" is given twice")
                .hasMessageContaining("entry 3: not of the form")
                .hasMessageContaining("entry 4: the id must be")
                .hasMessageContaining("entry 5: \"short\": needs the 64 hex digits")
                .hasMessageContaining("entry 6: \"zero\": has the hash of a known")
                .hasMessageContaining("entry 7: \"scope\": \"admin\" is not a scope")
                .hasMessageContaining("entry 8: \"when\": has \"expires=tomorrow\"; an instant looks like")
                .hasMessageContaining("entry 9: \"what\": has \"forever\"; allowed:")
                .hasMessageNotContaining(made.key());
    }

    @Test
    void badIdsAndNoScopesMakeNoKey() {
        SecureRandom random = new SecureRandom();
        assertThatThrownBy(() -> NewApiKey.generate("a_b", EnumSet.of(Scope.READ), random))
                .hasMessageContaining("not \"a_b\"");
        assertThatThrownBy(() -> NewApiKey.generate("a", Set.of(), random)).hasMessageContaining("scope");
    }
}
