package hub.query.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.query.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {

    private static final NewApiKey OLD = NewApiKey.generate("wall-1", Set.of(Scope.READ), new SecureRandom());
    private static final NewApiKey NEW = NewApiKey.generate("wall-2", Set.of(Scope.READ), new SecureRandom());
    private static final NewApiKey SET = NewApiKey.generate("set", Set.of(Scope.OPS), new SecureRandom());

    private final ManualClock clock = new ManualClock("2026-01-15T12:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void file() throws IOException {
        file = directory.resolve("keys");
        Files.writeString(file, "# the wall\n" + OLD.config() + "\n\n");
    }

    private KeyRing ring() {
        return KeyRing.of(List.of(SET.config()), file, clock);
    }

    private static boolean accepts(KeyRing ring, NewApiKey key) {
        return ring.check(key.key()).key() != null;
    }

    /** Looked at twice, as it is when it does not change meanwhile. */
    private static void settle(KeyRing ring) {
        ring.reload();
        ring.reload();
    }

    /** However far the writer is at a look: what was accepted stays so, and what was revoked stays revoked. */
    @Test
    void aFileThatIsBeingWrittenDropsNoKeyAndRevivesNone() throws IOException {
        Files.writeString(file, OLD.config() + " revoked\n" + NEW.config() + "\n");
        KeyRing ring = ring();
        String next = "# the walls\n" + OLD.config() + " revoked\n" + NEW.config() + "\n";
        for (int length = 0; length <= next.length(); length++) {
            Files.writeString(file, next.substring(0, length));
            ring.reload();
            assertThat(accepts(ring, NEW))
                    .as("%d characters are written", length)
                    .isTrue();
            assertThat(accepts(ring, OLD))
                    .as("%d characters are written", length)
                    .isFalse();
        }
        Files.writeString(file, next.replace(NEW.config(), NEW.config() + " revoked"));
        ring.reload();
        assertThat(accepts(ring, NEW)).as("seen once").isTrue();
        ring.reload();
        assertThat(accepts(ring, NEW)).as("seen twice").isFalse();
    }

    @Test
    void keysOverlapAndAreRevokedWithoutARestart() throws IOException {
        KeyRing ring = ring();
        assertThat(accepts(ring, OLD)).isTrue();
        assertThat(accepts(ring, NEW)).isFalse();

        Files.writeString(file, OLD.config() + "\n" + NEW.config());
        settle(ring);
        assertThat(accepts(ring, OLD)).isTrue();
        assertThat(accepts(ring, NEW)).isTrue();

        Files.writeString(file, OLD.config() + " revoked\n" + NEW.config());
        settle(ring);
        assertThat(accepts(ring, OLD)).isFalse();
        assertThat(accepts(ring, NEW)).isTrue();
        assertThat(accepts(ring, SET)).as("of the settings").isTrue();
    }

    private static Grant grant(KeyRing ring, NewApiKey key, Scope... needed) {
        return Objects.requireNonNull(ring.check(key.key()).key()).grant(Set.of(needed));
    }

    @Test
    void whatWasGrantedHoldsWhileTheSameKeyMayDoAllOfIt() throws IOException {
        String both = OLD.config().replace(":read", ":read+cost:read");
        Files.writeString(file, both);
        KeyRing ring = ring();
        Grant read = grant(ring, OLD, Scope.READ);
        Grant cost = grant(ring, OLD, Scope.READ, Scope.COST_READ);
        assertThat(ring.covers(read)).isTrue();
        assertThat(ring.covers(cost)).isTrue();

        Files.writeString(file, OLD.config() + "\n" + NEW.config());
        settle(ring);
        assertThat(ring.covers(read))
                .as("which it has kept, beside its successor")
                .isTrue();
        assertThat(ring.covers(cost)).as("which it has lost").isFalse();
        assertThat(ring.covers(grant(ring, NEW, Scope.READ))).isTrue();

        NewApiKey instead = NewApiKey.generate("wall-1", Set.of(Scope.READ), new SecureRandom());
        Files.writeString(file, instead.config());
        settle(ring);
        assertThat(ring.covers(read)).as("another secret of the same id").isFalse();
        assertThat(ring.covers(grant(ring, instead, Scope.READ))).isTrue();
        Files.writeString(file, instead.config() + " revoked\n" + OLD.config().replace("wall-1", "wall-3"));
        Grant granted = grant(ring, instead, Scope.READ);
        settle(ring);
        assertThat(ring.covers(granted)).isFalse();
    }

    @Test
    void aKeyExpiresByTheClockAlone() throws IOException {
        Files.writeString(file, OLD.config() + " expires=2026-01-15T12:00:05Z");
        KeyRing ring = ring();
        assertThat(accepts(ring, OLD)).isTrue();
        clock.advance(Duration.ofSeconds(5));
        assertThat(accepts(ring, OLD)).isFalse();
    }

    @Test
    void aMistakeOrALostFileChangesNothing() throws IOException {
        KeyRing ring = ring();
        for (String bad : List.of("nonsense", SET.config(), OLD.config() + " revokd")) {
            Files.writeString(file, bad);
            settle(ring);
            assertThat(accepts(ring, OLD)).as(bad).isTrue();
        }
        Files.delete(file);
        settle(ring);
        assertThat(accepts(ring, OLD)).isTrue();
        Files.writeString(file, NEW.config());
        settle(ring);
        assertThat(accepts(ring, OLD)).isFalse();
        assertThat(accepts(ring, NEW)).isTrue();
    }

    @Test
    void atTheStartAMistakeIsFatal() throws IOException {
        Files.writeString(file, "nonsense");
        assertThatThrownBy(this::ring).isInstanceOf(ApiKeysRefused.class).hasMessageContaining("not of the form");
        Files.delete(file);
        assertThatThrownBy(this::ring)
                .isInstanceOf(ApiKeysRefused.class)
                .hasMessageContaining("hub.api.keys-file")
                .hasMessageContaining("there is no such file");
    }
}
