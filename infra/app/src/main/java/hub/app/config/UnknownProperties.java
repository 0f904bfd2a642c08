package hub.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds settings that nothing reads: a misspelt one would otherwise be ignored without a word. */
final class UnknownProperties {

    private static final String OURS = "hub.";
    private static final String OURS_IN_ENVIRONMENT = "HUB_";

    private static final Set<String> NAMES =
            Properties.ALL.stream().map(Property::name).collect(Collectors.toUnmodifiableSet());
    private static final Map<String, String> BY_ENVIRONMENT_NAME =
            Properties.ALL.stream().collect(Collectors.toUnmodifiableMap(Property::environmentName, Property::name));

    private UnknownProperties() {}

    /** One sentence for each {@code hub.*} name that does not exist. */
    static List<String> among(Iterable<String> names, String whence) {
        List<String> problems = new ArrayList<>();
        for (String name : names) {
            if (name.startsWith(OURS) && !NAMES.contains(name)) {
                problems.add(whence + " sets " + name + ", which does not exist" + meant(NearNames.of(name, NAMES)));
            }
        }
        return problems;
    }

    /**
     * One sentence for each variable that is nearly the name of one. Others are left alone: systems that start services
     * put variables of their own beside ours (a Kubernetes service called hub sets HUB_PORT and more).
     */
    static List<String> inEnvironment(Iterable<String> variables) {
        List<String> problems = new ArrayList<>();
        for (String variable : variables) {
            if (variable.startsWith(OURS_IN_ENVIRONMENT) && !known(variable)) {
                List<String> near = BY_ENVIRONMENT_NAME.keySet().stream()
                        .filter(name -> NearNames.distance(name, variable) <= 2)
                        .sorted()
                        .toList();
                if (!near.isEmpty()) {
                    problems.add("the environment sets " + variable + ", which does not exist" + meant(near));
                }
            }
        }
        return problems;
    }

    /** Dashes may be left out or written as underscores. */
    private static boolean known(String variable) {
        Function<Property, String> withUnderscores =
                p -> p.name().replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
        return BY_ENVIRONMENT_NAME.containsKey(variable)
                || Properties.ALL.stream().map(withUnderscores).anyMatch(variable::equals);
    }

    private static String meant(List<String> near) {
        return near.isEmpty()
                ? "; hub serve --help lists what does"
                : "; did you mean " + String.join(" or ", near) + "?";
    }
}
