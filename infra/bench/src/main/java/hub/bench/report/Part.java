package hub.bench.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one part of the benchmark found.
 *
 * @param title with the parameters of the run, such as the number of rows
 * @param floor what the floor is, in one sentence
 * @param troubles what could not be measured, each as a sentence
 */
public record Part(String title, String floor, List<Line> lines, List<String> troubles) {

    public Part {
        lines = List.copyOf(lines);
        troubles = List.copyOf(troubles);
    }

    /** Of which everything could be measured. */
    public Part(String title, String floor, List<Line> lines) {
        this(title, floor, lines, List.of());
    }

    /** The troubles, and what makes other lines say more than was measured, each as a sentence. */
    public List<String> failures() {
        Stream<String> broken = lines.stream()
                .filter(Line::breaksCondition)
                .map(line -> line.what() + " must be " + line.target() + " in every round, and was not.");
        return Stream.concat(troubles.stream(), broken).toList();
    }
}
