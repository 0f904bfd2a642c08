package hub.app.roles;

import hub.app.config.Properties;
import hub.app.config.Property;
import hub.app.config.Settings;
import hub.app.config.UsageError;
import hub.ingest.Flavor;
import hub.ingest.SourceSettings;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The MySQL servers and users that {@code hub.mysql.*} describes. */
public final class MysqlUsers {

    private final Settings settings;

    /** @throws UsageError with every value that is missing or malformed */
    public MysqlUsers(Settings settings) {
        this.settings = settings;
        List<String> problems = new ArrayList<>();
        requireText(Properties.MYSQL_DATABASE, problems);
        requireText(Properties.MYSQL_USERNAME, problems);
        note(this::flavor, problems);
        note(() -> port(""), problems);
        note(() -> sslMode(""), problems);
        for (String who : List.of("query.", "jobs.")) {
            if (isGiven(who, "port")) {
                note(() -> port(who), problems);
            }
            if (isGiven(who, "ssl-mode")) {
                note(() -> sslMode(who), problems);
            }
        }
        note(() -> settings.number(Properties.MYSQL_SERVER_ID), problems);
        if (problems.isEmpty()) {
            note(this::source, problems);
        }
        if (!problems.isEmpty()) {
            throw new UsageError(String.join(System.lineSeparator(), problems));
        }
    }

    /** The user that reads the change stream. */
    public SourceSettings source() {
        return new SourceSettings(
                settings.text(Properties.MYSQL_HOST),
                port(""),
                settings.text(Properties.MYSQL_DATABASE),
                settings.text(Properties.MYSQL_USERNAME),
                settings.text(Properties.MYSQL_PASSWORD),
                flavor(),
                hub.ingest.SslMode.valueOf(sslMode("").name()),
                settings.number(Properties.MYSQL_SERVER_ID));
    }

    /** The user that writes what the jobs write, and owns the {@code hub_*} tables. */
    public MysqlSettings jobs() {
        return user("jobs.");
    }

    /** The user that reads when Redis cannot answer. */
    public MysqlSettings query() {
        return user("query.");
    }

    private MysqlSettings user(String who) {
        return new MysqlSettings(
                text(who, "host", Properties.MYSQL_HOST),
                port(who),
                settings.text(Properties.MYSQL_DATABASE),
                text(who, "username", Properties.MYSQL_USERNAME),
                text(who, "password", Properties.MYSQL_PASSWORD),
                sslMode(who));
    }

    private Flavor flavor() {
        String text = settings.text(Properties.MYSQL_FLAVOR);
        return Arrays.stream(Flavor.values())
                .filter(flavor -> flavor.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new UsageError(Properties.MYSQL_FLAVOR.name() + " must be " + words(Flavor.values())
                        + ", not \"" + text + "\""));
    }

    private SslMode sslMode(String who) {
        String text = text(who, "ssl-mode", Properties.MYSQL_SSL_MODE);
        try {
            return SslMode.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageError("hub.mysql." + who + e.getMessage());
        }
    }

    private int port(String who) {
        return number("hub.mysql." + who + "port", text(who, "port", Properties.MYSQL_PORT));
    }

    private static int number(String name, String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new UsageError(name + " must be 1 to 65535, not \"" + text + "\"");
    }

    /** A value left empty counts as not given. */
    private String text(String who, String name, Property otherwise) {
        String own = who.isEmpty() ? "" : settings.text("hub.mysql." + who + name, "");
        return own.isEmpty() ? settings.text(otherwise) : own;
    }

    private boolean isGiven(String who, String name) {
        return !settings.text("hub.mysql." + who + name, "").isEmpty();
    }

    private void requireText(Property property, List<String> problems) {
        if (settings.text(property).isEmpty()) {
            problems.add(property.name() + " is not set (" + property.environmentName() + "): " + property.help());
        }
    }

    private static void note(Runnable reading, List<String> problems) {
        try {
            reading.run();
        } catch (UsageError | IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static String words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
    }
}
