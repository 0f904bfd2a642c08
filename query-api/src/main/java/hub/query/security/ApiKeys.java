package hub.query.security;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of keys. Only their digests are known. A text is checked by the same steps whether its id is known or not, and
 * digests are compared in constant time. Immutable.
 */
public final class ApiKeys {

    private static final KeyEntry NOBODY =
            new KeyEntry(new byte[32], new ApiKey("nobody", "", Set.of(), null, null, true));

    /** What a text proved to be. */
    public enum Verdict {
        ACCEPTED,
        /** No such id, or not its secret; which of both is told to nobody. */
        WRONG,
        /** The right secret, but not at this time. */
        NOT_NOW
    }

    /** @param key null unless accepted */
    public record Check(Verdict verdict, @Nullable ApiKey key) {}

    private static final Check WRONG = new Check(Verdict.WRONG, null);
    private static final Check NOT_NOW = new Check(Verdict.NOT_NOW, null);

    private record Known(KeyEntry entry, Check accepted) {}

    private static final Known UNKNOWN = new Known(NOBODY, WRONG);

    private final Map<String, Known> byId;
    private final Digests digests;

    private ApiKeys(Map<String, Known> byId, Digests digests) {
        this.byId = Map.copyOf(byId);
        this.digests = digests;
    }

    /**
     * Reads entries of the form {@code id:sha256hex:scope+scope [not_before=INSTANT] [expires=INSTANT] [revoked]}, as
     * {@link NewApiKey} prints them.
     *
     * @throws ApiKeysRefused with all problems, if there are any
     */
    public static ApiKeys parse(List<String> entries) {
        return parse(entries, Digests.SHA256);
    }

    static ApiKeys parse(List<String> entries, Digests digests) {
        Map<String, Known> byId = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isBlank()) {
                continue;
            }
            try {
                KeyEntry entry = KeyEntry.parse(entries.get(i).strip());
                ApiKey key = entry.key();
                if (byId.put(key.id(), new Known(entry, new Check(Verdict.ACCEPTED, key))) != null) {
                    throw new IllegalArgumentException("\"" + key.id() + "\" is given twice");
                }
            } catch (IllegalArgumentException e) {
                problems.add("entry " + (i + 1) + ": " + e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ApiKeysRefused(problems);
        }
        return new ApiKeys(byId, digests);
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /**
     * The key of that id as it is known now; null if it is not accepted at {@code now}, or is another one than had that
     * {@code fingerprint}. Proves nothing: for one who was proven before.
     */
    @Nullable
    ApiKey accepted(String id, String fingerprint, Instant now) {
        Known known = byId.get(id);
        if (known == null) {
            return null;
        }
        ApiKey key = known.entry().key();
        return key.fingerprint().equals(fingerprint) && key.isValid(now) ? key : null;
    }

    /** What {@code presented} proves at {@code now}. */
    public Check check(@Nullable String presented, Instant now) {
        String text = presented == null || presented.length() > KeyText.MAX_LENGTH ? "" : presented;
        String id = KeyText.id(text);
        Known known = byId.getOrDefault(id == null ? "" : id, UNKNOWN);
        boolean same = digests.same(known.entry().digest(), digests.of(text));
        if (!same || known == UNKNOWN) {
            return WRONG;
        }
        return known.entry().key().isValid(now) ? known.accepted() : NOT_NOW;
    }
}
