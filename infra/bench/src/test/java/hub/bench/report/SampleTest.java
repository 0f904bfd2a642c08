package hub.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleTest {

    @Test
    void theMedianOfAnEvenNumberOfRoundsLiesBetweenTheMiddleTwo() {
        assertThat(Sample.of(4, 1, 3, 100).median()).isEqualTo(3.5);
        assertThat(Sample.of(4, 1, 100).median()).isEqualTo(4);
    }

    @Test
    void aRatioIsTakenRoundByRound() {
        Sample ratio = Sample.of(50, 10).over(Sample.of(100, 40));

        assertThat(ratio.rounds()).containsExactly(0.5, 0.25);
    }

    @Test
    void roundsThatHaveNoPartnerAreNoPair() {
        assertThatThrownBy(() -> Sample.of(1, 2).over(Sample.of(1))).hasMessage("2 rounds against 1");
    }

    @Test
    void aTableShowsMedianAndSpreadAndLeavesOutWhatIsNotThere() {
        Part part = new Part(
                "ingest",
                "the engine.",
                java.util.List.of(
                        new Line("drain", "rows/s", Sample.of(50_000, 60_000), Sample.of(100_000, 80_000)),
                        Line.alone("Redis", "CPU s", Sample.of(4.449))));

        assertThat(Markdown.of(part))
                .contains("| drain | rows/s | 55,000 (50,000–60,000) | 90,000 (80,000–100,000) | 0.625 (0.500–0.750) | "
                        + " |  |")
                .contains("| Redis | CPU s | 4.45 (4.45–4.45) |  |  |  |  |");
    }
}
