package hub.ingest;

import hub.ingest.Finding.Problem;
import hub.ingest.Finding.Warning;
import java.util.List;

/** All that preflight found, in the order in which it looked. */
public record Findings(List<Finding> all) {

    public Findings {
        all = List.copyOf(all);
    }

    public List<Problem> problems() {
        return all.stream()
                .filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .toList();
    }

    public List<Warning> warnings() {
        return all.stream()
                .filter(Warning.class::isInstance)
                .map(Warning.class::cast)
                .toList();
    }

    /** Whether nothing stands in the way of starting. */
    public boolean passed() {
        return problems().isEmpty();
    }

    /**
     * Whether the only trouble is that the server was not reached, which may pass by itself; a refused user or a wrong
     * setting does not.
     */
    public boolean unreachable() {
        return problems().stream().anyMatch(p -> p.setting().equals(Preflight.HOST));
    }
}
