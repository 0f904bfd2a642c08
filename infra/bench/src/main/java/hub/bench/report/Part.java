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
}
