package hub.query.security;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Tickets: for a browser's EventSource, which can send no header. Each opens one stream, once, within {@link #LIFE}, with
 * the scopes of the key that it was made for. So an address that is seen later, in a history or a proxy's log, opens
 * nothing. Only its SHA-256 is stored.
 *
 * <p>A ticket is worth no more than its key: it is refused once that key is, or its secret is replaced, and scopes that the
 * key has lost meanwhile are lost to the ticket.
 */
public final class StreamTickets {

    public static final Duration LIFE = Duration.ofSeconds(30);

    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM = Pattern.compile("hubt_[A-Za-z0-9_-]{43}");

    private static final Pattern NOTE = Pattern.compile("(?<id>[^. ]+)\\.(?<fingerprint>[^ ]+) (?<scopes>[^ ]+)");

    private final TicketStore store;
    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public StreamTickets(TicketStore store, KeyRing keys) {
        this.store = store;
        this.keys = keys;
    }

    /** A new ticket for {@code key}. */
    public Mono<String> issue(ApiKey key) {
        return Mono.defer(() -> {
            byte[] secret = new byte[SECRET_BYTES];
            random.nextBytes(secret);
            String ticket = "hubt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            return store.keep(name(ticket), note(key), LIFE).thenReturn(ticket);
        });
    }

    /** Who may do what with {@code ticket}, which is used up then; empty if it is not accepted. */
    public Mono<ApiKey> redeem(String ticket) {
        return FORM.matcher(ticket).matches() ? store.take(name(ticket)).mapNotNull(this::holder) : Mono.empty();
    }

    /** Of two words: a process of the version before, which knows no fingerprints, finds no key of that id. */
    private static String note(ApiKey key) {
        return key.id() + "." + key.fingerprint() + " " + Scope.words(key.scopes());
    }

    private @Nullable ApiKey holder(String note) {
        Matcher noted = NOTE.matcher(note);
        if (!noted.matches()) {
            return null; // of the version before
        }
        ApiKey key = keys.accepted(noted.group("id"), noted.group("fingerprint"));
        if (key == null) {
            return null;
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        scopes.addAll(Scope.parse(noted.group("scopes")));
        scopes.retainAll(key.scopes());
        return new ApiKey(key.id(), key.fingerprint(), scopes, key.notBefore(), key.expires(), key.revoked());
    }

    private static String name(String ticket) {
        return HexFormat.of().formatHex(KeyText.digest(ticket));
    }
}
