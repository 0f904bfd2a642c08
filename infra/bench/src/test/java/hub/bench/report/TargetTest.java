package hub.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

    private static final Line LINE = new Line("p99", "ms", Sample.of(8, 9, 30), Sample.of(10, 10, 10));

    @Test
    void aTargetOfTheRatioIsForTheMedianRound() {
        assertThat(LINE.wantingRatio(Bound.atMost(0.9)).reached()).isTrue();
        assertThat(LINE.wantingRatio(Bound.atMost(0.89)).reached()).isFalse();
        assertThat(LINE.wantingRatio(Bound.atLeast(0.9)).reached()).isTrue();
    }

    @Test
    void aTargetOfTheFigureLooksAtNoFloor() {
        assertThat(LINE.wanting(Bound.atMost(9)).reached()).isTrue();
        assertThat(LINE.wanting(Bound.atMost(8.9)).reached()).isFalse();
        assertThat(LINE.reached()).isNull();
    }

    @Test
    void aMissedWishIsToldAndFailsNothing() {
        Part part = new Part("read", "a bare server.", List.of(LINE.wantingRatio(Bound.atLeast(1_000))));

        assertThat(Markdown.of(part)).contains("| ≥ 1,000 | missed |").doesNotContain("Failed");
        assertThat(part.failures()).isEmpty();
    }

    @Test
    void aConditionHoldsInEveryRoundOfBothSides() {
        Line fewest = LINE.requiring(Bound.atLeast(8));
        Line tooFew = LINE.requiring(Bound.atLeast(8.5));
        Part part = new Part("read", "a bare server.", List.of(fewest, tooFew));

        assertThat(fewest.reached()).isTrue();
        assertThat(Markdown.of(part))
                .contains("| ≥ 8 ms | reached |", "| ≥ 8.5 ms | missed |")
                .contains("**Failed:** p99 must be ≥ 8.5 ms in every round, and was not.");
    }

    @Test
    void whatIsNoNumberReachesNothing() {
        Line unknown = Line.alone("heap", "MB", Sample.of(Double.NaN));

        assertThat(unknown.wanting(Bound.atMost(256)).reached()).isFalse();
        assertThat(unknown.wanting(Bound.atLeast(0)).reached()).isFalse();
    }
}
