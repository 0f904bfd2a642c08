package hub.scheduler.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final PartitionId ONE = PartitionId.parse("shifts:2026-01-15");
    private static final PartitionId TWO = PartitionId.parse("roles:all");
    private static final PartitionId EMPTY = PartitionId.parse("scores:2026-01-15");
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Twins twins = new Twins();

    ComparisonTest() {
        twins.holds(ONE, Map.of("1", "a", "2", "b"));
        twins.holds(TWO, Map.of("1", "c"));
    }

    private Comparison.Round run() throws NotWarm, InterruptedException {
        return twins.comparison(AT_ONCE).run(Set.of(ONE, TWO, EMPTY));
    }

    @Test
    void equalContentsAreCounted() throws Exception {
        assertThat(run()).isEqualTo(new Comparison.Round(3, Map.of(), Set.of()));
    }

    @Test
    void whatDiffersIsNamedWithoutItsValues() throws Exception {
        twins.mysql.put(ONE, Map.of("1", "a", "2", "changed", "3", "new"));
        twins.mysql.put(EMPTY, Map.of("1", "d"));

        assertThat(run().different()).isEqualTo(Map.of(ONE, "2 of 3 entries", EMPTY, "1 of 1 entries"));
    }

    @Test
    void whatWasWrittenMeanwhileIsNotJudged() throws Exception {
        twins.beforeRead = () -> {
            twins.mysql.put(ONE, Map.of("1", "later"));
            twins.commit(ONE, Map.of("1", "later", "2", "by the next transaction"));
        };

        assertThat(run()).isEqualTo(new Comparison.Round(1, Map.of(), Set.of(ONE)));
    }

    @Test
    void nothingIsJudgedOverAChangeOfGenerations() throws Exception {
        twins.mysql.put(ONE, Map.of());
        twins.beforeRead = () -> twins.generation = new Generation(2);

        assertThat(run()).isEqualTo(new Comparison.Round(0, Map.of(), Set.of(ONE, TWO, EMPTY)));
    }

    /** What the way from row to board makes of a row is the same on both sides; SQL goes another way. */
    @Test
    void whatTheOracleContradictsIsDifferent() throws Exception {
        twins.holds(TWO, Map.of());
        twins.oracle = partitions -> Map.of(TWO, new BigDecimal("5"));

        assertThat(run().different()).isEqualTo(Map.of(TWO, "its sum, 0 instead of 5"));
        twins.oracle = partitions -> Map.of(TWO, BigDecimal.ZERO);
        assertThat(run().different()).isEmpty();
    }

    @Test
    void aStreamThatDoesNotArriveIsNoDifference() {
        twins.mysql.put(ONE, Map.of());
        twins.streaming = false;

        assertThatThrownBy(this::run)
                .isInstanceOf(NotWarm.class)
                .hasMessageContaining("the read models do not contain what MySQL had")
                .hasMessageContaining("the role ingest");
    }
}
