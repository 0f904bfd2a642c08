package hub.app.roles;

import hub.ingest.Finding;
import hub.ingest.Preflight;
import hub.ingest.SourceSettings;
import java.util.List;

/** The preflight of the source, in the words of {@link Findings}. */
final class SourceCheck {

    private SourceCheck() {}

    static Findings of(SourceSettings source) {
        hub.ingest.Findings found = Preflight.run(source);
        List<String> problems = found.problems().stream().map(Finding::line).toList();
        List<String> warnings = found.warnings().stream().map(Finding::line).toList();
        return found.unreachable()
                ? new Findings(List.of(), warnings, problems)
                : new Findings(problems, warnings, List.of());
    }
}
