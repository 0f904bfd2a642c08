package hub.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankTest {

    @Test
    void theNearestRankIsTheSameStatisticForEveryNumberOfValues() {
        assertThat(Rank.index(100, 0.99)).isEqualTo(98);
        assertThat(Rank.index(300, 0.99)).isEqualTo(296);
        assertThat(Rank.index(300, 0.95)).isEqualTo(284);
        assertThat(Rank.index(4, 0.5)).isEqualTo(1);
        assertThat(Rank.index(5, 0.5)).isEqualTo(2);
    }

    @Test
    void ofTooFewValuesItIsTheLargest() {
        assertThat(Rank.index(60, 0.99)).isEqualTo(59);
        assertThat(Rank.index(1, 0.5)).isZero();
    }

    @Test
    void aProductThatRoundsUpIsNotTheNextRank() {
        assertThat(Rank.index(100, 0.07)).isEqualTo(6);
    }
}
