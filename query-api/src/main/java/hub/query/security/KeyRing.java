package hub.query.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that are accepted now: those of {@code hub.api.keys}, and those of a file that may change while the service
 * runs. So a key is rotated without a restart: add the new one, let the clients change over, revoke the old one.
 *
 * <p>A file that cannot be read or has a mistake changes nothing: the keys that were read last stay, and the log says so.
 * At the start it is fatal. A changed file is taken when two looks in a row find the same text, since half of a file may be
 * without mistakes, too; who puts a whole new file in its place by a rename needs no such care.
 */
public final class KeyRing {

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);
    private static final long MAX_FILE = 1 << 20;

    private final List<String> configured;
    private final @Nullable Path file;
    private final Clock clock;
    private volatile ApiKeys keys;
    private String read = "";
    private @Nullable String seen;
    private @Nullable String complaint;

    private KeyRing(List<String> configured, @Nullable Path file, Clock clock) {
        this.configured = List.copyOf(configured);
        this.file = file;
        this.clock = clock;
        this.keys = ApiKeys.parse(configured);
    }

    /**
     * The keys of the settings and of the file.
     *
     * @param file null for none
     * @throws ApiKeysRefused if an entry cannot be used, or the file cannot be read
     */
    public static KeyRing of(List<String> configured, @Nullable Path file, Clock clock) {
        KeyRing ring = new KeyRing(configured, file, clock);
        if (file != null) {
            try {
                ring.take(read(file));
            } catch (IOException e) {
                throw new ApiKeysRefused(List.of("hub.api.keys-file " + file + " cannot be read: " + why(e)));
            }
        }
        return ring;
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** What {@code presented} proves now. */
    public ApiKeys.Check check(@Nullable String presented) {
        return keys.check(presented, clock.instant());
    }

    /**
     * The key of that id as it is now; null if it is not accepted, or is another one than had that {@code fingerprint}. Proves
     * nothing: for one who was proven before.
     */
    @Nullable
    ApiKey accepted(String id, String fingerprint) {
        return keys.accepted(id, fingerprint, clock.instant());
    }

    /** Whether the same key is still accepted, and still may do all that it needs. */
    public boolean covers(Grant grant) {
        ApiKey key = accepted(grant.keyId(), grant.fingerprint());
        return key != null && key.scopes().containsAll(grant.scopes());
    }

    /**
     * Looks whether the file has changed, and takes what the look before has found, too. Blocks; called by one thread at a
     * time.
     */
    public void reload() {
        if (file == null) {
            return;
        }
        try {
            String text = read(file);
            boolean settled = text.equals(seen);
            seen = text;
            if (!settled) {
                return;
            }
            if (!text.equals(read)) {
                take(text);
                log.info("The keys of {} were read again", file);
            }
            complaint = null;
        } catch (IOException e) {
            complain(why(e));
        } catch (ApiKeysRefused e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    private void take(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .toList();
        keys = ApiKeys.parse(Stream.concat(configured.stream(), lines.stream()).toList());
        read = text;
    }

    private void complain(String what) {
        if (!what.equals(complaint)) {
            log.error("{} is not used, the keys read before stay: {}", file, what);
            complaint = what;
        }
    }

    private static String read(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new IOException("it has more than " + MAX_FILE + " bytes");
        }
        return Files.readString(file);
    }

    private static String why(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    }
}
