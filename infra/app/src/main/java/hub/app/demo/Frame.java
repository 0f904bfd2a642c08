package hub.app.demo;

import hub.projections.time.CentralDay;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the terminal shows at one moment.
 *
 * @param leaderboard the API's answer
 * @param pipeline the API's answer
 * @param rowsPerSecond row changes applied, over the last second or so
 * @param report the page of the last report
 */
record Frame(
        JsonNode leaderboard, JsonNode pipeline, Instant simulatedNow, double rowsPerSecond, Optional<URI> report) {

    private static final int TOP = 10;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(CentralDay.ZONE);

    /** A status line and the ten best. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(status());
        lines.add("");
        lines.add("  #  name                   items     points  worked  department");
        int rank = 0;
        for (JsonNode row : leaderboard) {
            rank = rank + 1;
            if (rank > TOP) {
                break;
            }
            lines.add("%3d  %-20.20s %7d %10.2f %7s  %s%s"
                    .formatted(
                            row.path("rank").asInt(rank),
                            row.path("name").asString(""),
                            row.path("items_today").asLong(0),
                            row.path("score").asDouble(0),
                            row.path("time_worked").asString(""),
                            row.path("department").asString(""),
                            row.path("is_clocked_in").asInt(0) == 1 ? "" : "  (off)"));
        }
        report.ifPresent(page -> {
            lines.add("");
            lines.add("report: " + page);
        });
        return lines;
    }

    /** All of it that matters in one line. */
    String status() {
        return "simulated %s Central · g%s %s · lag %s · %.0f rows/s · %d on the board"
                .formatted(
                        CLOCK.format(simulatedNow),
                        pipeline.path("generation").asString("?"),
                        pipeline.path("state").asString("unknown"),
                        lag(pipeline.path("lag")),
                        rowsPerSecond,
                        leaderboard.size());
    }

    /** One line for logs. */
    String compact() {
        JsonNode first = leaderboard.path(0);
        return status()
                + (first.isMissingNode()
                        ? ""
                        : " · first %s %.2f"
                                .formatted(
                                        first.path("name").asString(""),
                                        first.path("score").asDouble(0)));
    }

    private static String lag(JsonNode lag) {
        return switch (lag.path("state").asString("unknown")) {
            case "caught-up" -> "< " + seconds(lag);
            case "behind" -> seconds(lag);
            default -> "unknown";
        };
    }

    private static String seconds(JsonNode lag) {
        return "%.1f s".formatted(lag.path("seconds").asDouble(0));
    }
}
