package hub.app.cli;

import hub.app.config.Properties;
import hub.app.config.Property;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of all settings, as help prints it. */
final class SettingsHelp {

    private SettingsHelp() {}

    static String text() {
        StringBuilder text = new StringBuilder();
        text.append("""

                Settings, each as a flag --NAME=VALUE, as an environment variable (in brackets), or as a line NAME=VALUE of the
                file named by --config. Any other property of Spring Boot is passed on as it is.
                """);
        Map<String, List<Property>> groups = Properties.ALL.stream()
                .collect(Collectors.groupingBy(Property::group, java.util.LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, properties) -> {
            text.append("\n").append(group).append(":\n");
            properties.forEach(property -> text.append(line(property)));
        });
        return text.toString();
    }

    private static String line(Property property) {
        String byDefault = property.defaultText().isEmpty() ? "" : " (default: " + property.defaultText() + ")";
        return "  %s [%s]%n      %s%s%n"
                .formatted(property.name(), property.environmentName(), property.help(), byDefault);
    }
}
