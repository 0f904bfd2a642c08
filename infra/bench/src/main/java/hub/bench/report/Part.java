package hub.bench.report;

import java.util.List;

/**
 * What one part of the benchmark found.
 *
 * @param title with the parameters of the run, such as the number of rows
 * @param floor what the floor is, in one sentence
 */
public record Part(String title, String floor, List<Line> lines) {

    public Part {
        lines = List.copyOf(lines);
    }

    /** What makes other lines say more than was measured, each as a sentence. */
    public List<String> failures() {
        return lines.stream()
                .filter(Line::breaksCondition)
                .map(line -> line.what() + " must be " + line.target() + " in every round, and was not.")
                .toList();
    }
}
