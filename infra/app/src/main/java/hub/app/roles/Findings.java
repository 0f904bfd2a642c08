package hub.app.roles;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a look at the servers found, before anything is written to them.
 *
 * @param problems reasons not to start
 * @param warnings prices to be paid
 * @param away servers that do not answer, and how that shows; whether they fit is not known yet
 */
public record Findings(List<String> problems, List<String> warnings, List<String> away) {

    static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    public Findings {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        away = List.copyOf(away);
    }

    Findings and(Findings more) {
        return new Findings(concat(problems, more.problems), concat(warnings, more.warnings), concat(away, more.away));
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
