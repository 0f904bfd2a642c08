package hub.bench.report;

import hub.bench.machine.Facts;
import java.util.List;

/** A whole run: the machine that it ran on, and what each part found. */
public record Report(Facts machine, List<Part> parts) {

    public Report {
        parts = List.copyOf(parts);
    }
}
