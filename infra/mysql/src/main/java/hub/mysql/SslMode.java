package hub.mysql;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a connection to MySQL is encrypted ({@code hub.mysql.ssl-mode}), in MySQL's own words. */
public enum SslMode {
    DISABLED,
    /** TLS if the server offers it. */
    PREFERRED,
    REQUIRED,
    VERIFY_CA,
    VERIFY_IDENTITY;

    /** @throws IllegalArgumentException naming what is allowed, if {@code text} is not a mode (case and dashes are free) */
    public static SslMode parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("ssl-mode is \"" + text + "\"; allowed are "
                        + Arrays.stream(values())
                                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
