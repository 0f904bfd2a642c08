package hub.query.security;

import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Digests that nobody may use as a key: examples, placeholders, and the literal that the legacy dashboard carried. */
final class KnownSecrets {

    private static final Set<String> DIGESTS = Stream.of(
                    "",
                    "dev-api-key-123",
                    "changeme",
                    "change-me",
                    "secret",
                    "password",
                    "test",
                    "example",
                    "api-key",
                    "hub_example_secret",
                    "hub_demo_demo",
                    "hub_demo_secret",
                    "hub_dashboard_secret",
                    "hub_id_secret")
            .map(KeyText::digest)
            .map(HexFormat.of()::formatHex)
            .collect(Collectors.toUnmodifiableSet());

    private KnownSecrets() {}

    /** Whether {@code digest} (lower-case hex) belongs to a known secret, or is plainly made up. */
    static boolean contain(String digest) {
        return DIGESTS.contains(digest) || digest.chars().distinct().count() < 6;
    }
}
