package hub.testkit.hub;

import hub.query.security.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/** An API key made for one run, with the entry that makes the service accept it. */
public record TestKey(String text, Set<Scope> scopes) {

    public static TestKey random() {
        return random("testkit");
    }

    /** With every scope. */
    public static TestKey random(String id) {
        return of(id, EnumSet.allOf(Scope.class));
    }

    /** @param id letters and digits */
    public static TestKey of(String id, Set<Scope> scopes) {
        return new TestKey("hub_" + id + "_" + secret(), scopes);
    }

    /** As {@code hub keys new} makes them. */
    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** {@code id:sha256:scopes}. */
    public String entry() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return text.split("_", -1)[1] + ":" + HexFormat.of().formatHex(hash) + ":" + Scope.words(scopes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
