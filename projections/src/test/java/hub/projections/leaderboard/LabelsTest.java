package hub.projections.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Tally;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words and signs of domain 3.2. */
class LabelsTest {

    /** The first that fits. */
    @ParameterizedTest
    @CsvSource({
        "200.00, 9, 2.0, 🔥 Top Performer!",
        "199.99, 9, 2.0, ⭐ Star Player",
        "100.00, 9, 2.0, ⭐ Star Player",
        "99.99, 5, 2.0, 🔥 5-day streak!",
        "99.99, 4, 1.0, ⚡ Speed Demon",
        "99.99, 4, 0.9, 🌟 Team Player",
        "-1.00, 0, 0, 🌟 Team Player"
    })
    void badges(BigDecimal score, long streak, BigDecimal itemsPerMinute, String badge) {
        assertThat(Labels.badge(score, streak, itemsPerMinute)).isEqualTo(badge);
    }

    @ParameterizedTest
    @CsvSource({
        "Picker, 🎯",
        "Packing and Shipping, 📦",
        "Heat Pressing, 🔥",
        "Labeler, 🏷️",
        "Film Matching, 🎬",
        "No Activity, 💤",
        "picker, 📋",
        "Anything else, 📋"
    })
    void icons(String department, String icon) {
        assertThat(Labels.departmentIcon(department)).isEqualTo(icon);
    }

    /** The known ones in the page's order, whatever they are worth; then the others, the most items first, then by name. */
    @Test
    void aBreakdownHasAnOrder() {
        Map<@Nullable String, Tally> byType = new HashMap<>();
        byType.put("QC Passed", new Tally(1, 900));
        byType.put("zipping", new Tally(1, 5));
        byType.put("Sewing", new Tally(1, 7));
        byType.put("Folding", new Tally(1, 7));
        byType.put("In Production", new Tally(1, 4));
        byType.put("Film Matching", new Tally(1, 3));
        byType.put("Labeling", new Tally(1, 2));
        byType.put("Picking", new Tally(1, 1));
        byType.put("picking", new Tally(1, 0));
        byType.put(null, new Tally(1, 99));
        assertThat(Labels.breakdown(byType))
                .isEqualTo(
                        "🎯 Picking: 1 - 🏷️ Labeling: 2 - 🎬 Film Matching: 3 - 🔥 Heat Pressing: 4 - 📦 Shipping: 900"
                                + " - Folding: 7 - Sewing: 7 - zipping: 5");
    }

    @Test
    void nothingToBreakDownIsNoText() {
        assertThat(Labels.breakdown(Map.of())).isNull();
        assertThat(Labels.breakdown(Map.of("Picking", new Tally(3, 0)))).isNull();
        assertThat(Labels.breakdown(Map.of("Picking", new Tally(1, -5)))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "59.9, 0:59", "60, 1:00", "425, 7:05", "1501, 25:01"})
    void hoursAndMinutes(BigDecimal minutes, String text) {
        assertThat(Labels.timeWorked(minutes)).isEqualTo(text);
    }
}
