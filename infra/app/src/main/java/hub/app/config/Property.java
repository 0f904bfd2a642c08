package hub.app.config;

import java.util.Locale;

/**
 * One thing that can be set.
 *
 * @param defaultText the default as help prints it; empty if there is none
 * @param help one sentence without a full stop
 */
public record Property(String group, String name, String defaultText, String help) {

    /** The environment variable that sets it. */
    public String environmentName() {
        return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
