package hub.testkit.hub;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the leaderboard's breakdown text, {@code "🎯 Picking: 100 - 📦 Shipping: 200"}, back into a map. */
final class Breakdown {

    private static final Pattern PART = Pattern.compile("(?:\\W+ )?(?<label>\\w[\\w ]*): (?<items>-?\\d+)");

    private static final Map<String, String> TYPES = Map.of("Shipping", "QC Passed", "Heat Pressing", "In Production");

    private Breakdown() {}

    static Map<String, Long> parse(String text) {
        Map<String, Long> items = new HashMap<>();
        for (String part : text.split(" - ", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new AssertionError("not a part of a breakdown: \"" + part + "\" in \"" + text + "\"");
            }
            String label = matcher.group("label");
            items.merge(TYPES.getOrDefault(label, label), Long.valueOf(matcher.group("items")), Long::sum);
        }
        return items;
    }
}
