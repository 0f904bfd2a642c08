package hub.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code --property=value} flags. */
final class Overrides {

    private Overrides() {}

    static Map<String, String> parse(List<String> flags) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String flag : flags) {
            int equals = flag.indexOf('=');
            // Without a dot it is no setting but a misspelt flag.
            if (!flag.startsWith("--") || equals < 3 || flag.indexOf('.') > equals || !flag.contains(".")) {
                throw new UsageError("\"" + flag + "\" is not understood; settings are given as --property=value"
                        + " (hub serve --help lists them)");
            }
            values.put(flag.substring(2, equals), flag.substring(equals + 1));
        }
        return values;
    }
}
