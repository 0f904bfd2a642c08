package hub.scheduler.reporting;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody who gets the report by e-mail.
 *
 * @param address a plain address, without a name
 */
public record Recipient(String address, Audience audience) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,255}");
    private static final String COST = ":cost:read";

    public Recipient {
        if (!isAddress(address)) {
            throw new IllegalArgumentException(
                    "hub.report.recipients has \"" + address + "\", which is not an e-mail address");
        }
    }

    /** Whether that is a plain address, without a name. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /**
     * Reads {@code boss@example.org:cost:read, team@example.org}.
     *
     * @throws IllegalArgumentException naming the entry that is none
     */
    public static List<Recipient> parse(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.endsWith(COST)
                        ? new Recipient(entry.substring(0, entry.length() - COST.length()), Audience.COST)
                        : new Recipient(entry, Audience.READ))
                .distinct()
                .toList();
    }
}
