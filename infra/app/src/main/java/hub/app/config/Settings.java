package hub.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The settings of one run. A flag wins over the environment, the environment over the file, the file over the default.
 * An unknown {@code hub.*} name is refused wherever it stands.
 */
public final class Settings {

    private final Map<String, String> given;
    private final Map<String, String> fromFile;
    private final ConfigurableEnvironment environment = new StandardEnvironment();
    private final Binder binder;

    private Settings(Map<String, String> given, Map<String, String> fromFile) {
        this.given = Map.copyOf(given);
        this.fromFile = Map.copyOf(fromFile);
        environment.getPropertySources().addFirst(new MapPropertySource("flags", new LinkedHashMap<>(given)));
        environment.getPropertySources().addLast(new MapPropertySource("file", new LinkedHashMap<>(fromFile)));
        environment.getPropertySources().addLast(new MapPropertySource("defaults", defaults()));
        ConfigurationPropertySources.attach(environment);
        this.binder = Binder.get(environment);
    }

    /**
     * @param flags {@code --property=value} each
     * @param file a properties file, if one was named
     * @throws UsageError naming every unknown property, or why the file cannot be read
     */
    public static Settings read(List<String> flags, @Nullable Path file) {
        Map<String, String> given = Overrides.parse(flags);
        Map<String, String> fromFile = file == null ? Map.of() : load(file);
        List<String> problems = new ArrayList<>(UnknownProperties.among(given.keySet(), "a flag"));
        problems.addAll(
                UnknownProperties.inEnvironment(new TreeSet<>(System.getenv().keySet())));
        problems.addAll(UnknownProperties.among(fromFile.keySet(), String.valueOf(file)));
        if (!problems.isEmpty()) {
            throw new UsageError(String.join(System.lineSeparator(), problems));
        }
        return new Settings(given, fromFile);
    }

    /** With exactly these properties, over the environment. */
    public static Settings of(Map<String, String> given) {
        return new Settings(given, Map.of());
    }

    /** These settings with {@code more} over them. */
    public Settings with(Map<String, String> more) {
        Map<String, String> both = new LinkedHashMap<>(given);
        both.putAll(more);
        return new Settings(both, fromFile);
    }

    /** The value, or the default; empty if there is neither. */
    public String text(Property property) {
        return text(property.name(), property.defaultText());
    }

    /** The value of the property of that name, or {@code otherwise}. */
    public String text(String name, String otherwise) {
        String value = binder.bind(name, String.class).orElse(otherwise);
        return value == null ? otherwise : value.strip();
    }

    /** @throws UsageError if the value is not a whole number */
    public int number(Property property) {
        return number(property.name(), text(property));
    }

    static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageError(name + " must be a whole number, not \"" + text + "\"");
        }
    }

    /** For Spring; carries all of these settings. */
    public ConfigurableEnvironment environment() {
        return environment;
    }

    private static Map<String, Object> defaults() {
        return Properties.ALL.stream()
                .filter(property -> !property.defaultText().isEmpty())
                .collect(Collectors.toMap(Property::name, Property::defaultText));
    }

    private static Map<String, String> load(Path file) {
        java.util.Properties properties = new java.util.Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new UsageError("the settings file " + file + " does not exist");
        } catch (IOException | IllegalArgumentException e) {
            throw new UsageError("cannot read the settings file " + file + ": " + e.getMessage());
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(n -> values.put(n, properties.getProperty(n)));
        return values;
    }
}
