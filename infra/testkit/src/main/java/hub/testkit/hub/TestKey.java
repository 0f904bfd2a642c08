package hub.testkit.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** An API key made for one run, with the entry that makes the service accept it. */
public record TestKey(String text) {

    public static TestKey random() {
        return new TestKey("hub_testkit_" + UUID.randomUUID());
    }

    /** {@code id:sha256:scopes}. */
    public String entry() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "testkit:" + HexFormat.of().formatHex(hash) + ":read+ops";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
