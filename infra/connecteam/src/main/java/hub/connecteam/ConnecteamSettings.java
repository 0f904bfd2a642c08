package hub.connecteam;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Where Connecteam answers and as whom it is asked.
 *
 * @param base {@code https}, such as {@code https://api.connecteam.com}; {@code http} on a loopback address only
 * @param key the API key; kept out of {@link #toString()}
 * @param clock the time clock whose shifts are read
 */
public record ConnecteamSettings(URI base, String key, String clock) {

    public ConnecteamSettings {
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        if (base.getHost() == null || !(scheme.equals("https") || scheme.equals("http") && isLoopback(base))) {
            throw new IllegalArgumentException("hub.connecteam.url must be an https address, not \"" + base + "\"");
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 127) || key.isEmpty()) {
            throw new IllegalArgumentException("hub.connecteam.key is empty or has characters that no key has");
        }
        if (!clock.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException(
                    "hub.connecteam.clock must be the id of a time clock, not \"" + clock + "\"");
        }
    }

    @Override
    public String toString() {
        return base + " (time clock " + clock + ")";
    }

    private static boolean isLoopback(URI base) {
        try {
            return InetAddress.getByName(base.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
