package hub.testkit.hub;

import java.util.Arrays;

/**
 * What the operators' port tells Prometheus.
 *
 * @param text the exposition
 */
public record Prometheus(String text) {

    public static final String PATH = "/actuator/prometheus";

    /** As it is now. */
    public static Prometheus of(Dashboard management) {
        return new Prometheus(management.get(PATH).body());
    }

    /** The sum of all samples of that name that have all of the tags, each written {@code name="value"}; 0 for none. */
    public double sum(String name, String... tags) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(tags).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
