package hub.query.security;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are accepted. Only their digests are known. A text is checked by the same steps whether its id is known
 * or not, and digests are compared in constant time.
 */
public final class ApiKeys {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private record Entry(byte[] digest, ApiKey key) {}

    private static final Entry NOBODY = new Entry(new byte[32], new ApiKey("nobody", java.util.Set.of()));

    private final Map<String, Entry> byId;

    private ApiKeys(Map<String, Entry> byId) {
        this.byId = Map.copyOf(byId);
    }

    /**
     * Reads entries of the form {@code id:sha256hex:scope+scope}, as {@link NewApiKey} prints them.
     *
     * @throws ApiKeysRefused with all problems, if there are any
     */
    public static ApiKeys parse(List<String> entries) {
        Map<String, Entry> byId = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).isBlank()) {
                String problem = add(entries.get(i).strip(), byId);
                if (problem != null) {
                    problems.add("entry " + (i + 1) + ": " + problem);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ApiKeysRefused(problems);
        }
        return new ApiKeys(byId);
    }

    private static @Nullable String add(String text, Map<String, Entry> byId) {
        String[] parts = text.split(":", 3);
        if (parts.length != 3) {
            return "not of the form id:sha256hex:scope+scope";
        }
        String id = parts[0];
        String digest = parts[1].toLowerCase(Locale.ROOT);
        if (!KeyText.isId(id)) {
            return "the id must be 1 to 32 of a-z, 0-9 and -";
        }
        if (!SHA256.matcher(digest).matches()) {
            return "\"" + id + "\" needs the 64 hex digits of a SHA-256, never the key itself";
        }
        if (KnownSecrets.contain(digest)) {
            return "\"" + id + "\" has the hash of a known or example key";
        }
        try {
            Entry entry = new Entry(HexFormat.of().parseHex(digest), new ApiKey(id, Scope.parse(parts[2])));
            return byId.putIfAbsent(id, entry) == null ? null : "\"" + id + "\" is given twice";
        } catch (IllegalArgumentException e) {
            return "\"" + id + "\": " + e.getMessage();
        }
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /** The key that {@code presented} proves possession of; null if none. */
    public @Nullable ApiKey find(@Nullable String presented) {
        String text = presented == null || presented.length() > KeyText.MAX_LENGTH ? "" : presented;
        String id = KeyText.id(text);
        Entry entry = byId.getOrDefault(id == null ? "" : id, NOBODY);
        boolean same = MessageDigest.isEqual(entry.digest(), KeyText.digest(text));
        return same && entry != NOBODY ? entry.key() : null;
    }
}
