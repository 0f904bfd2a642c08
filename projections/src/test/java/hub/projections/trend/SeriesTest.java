package hub.projections.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void movingAveragesGrowUntilTheyAreWide() {
        Series series = of("10.00", "20.00", "33.33");
        assertThat(series.movingAverage(0, 7)).isEqualByComparingTo("10");
        assertThat(series.movingAverage(1, 7)).isEqualByComparingTo("15");
        assertThat(series.movingAverage(2, 2)).isEqualByComparingTo("26.67"); // 26.665 up
    }

    @Test
    void fivePercentAreStillStable() {
        assertThat(weeks("100.00", "105.00").direction()).isEqualTo("stable");
        assertThat(weeks("100.00", "105.01").direction()).isEqualTo("improving");
        assertThat(weeks("100.00", "95.00").direction()).isEqualTo("stable");
        assertThat(weeks("100.00", "94.99").direction()).isEqualTo("declining");
        assertThat(weeks("100.00", "94.99").changePercent()).isEqualByComparingTo("-5.0");
        assertThat(weeks("40.00", "50.00").changePercent()).isEqualByComparingTo("25");
    }

    @Test
    void fromNothingThereIsNoPercentage() {
        assertThat(weeks("0.00", "1.00").direction()).isEqualTo("improving");
        assertThat(weeks("0.00", "0.00").direction()).isEqualTo("stable");
        assertThat(weeks("0.00", "1.00").changePercent()).isNull();
        assertThat(weeks("-10.00", "-10.00").direction()).isEqualTo("stable");
    }

    @Test
    void thirteenDaysSayNothing() {
        Series thirteen = new Series(Collections.nCopies(13, BigDecimal.ONE));
        assertThat(thirteen.direction()).isEqualTo("insufficient_data");
        assertThat(thirteen.changePercent()).isNull();
    }

    @Test
    void consistencyIsOneLessTheDeviationOverTheMean() {
        assertThat(of("10.00", "10.00", "10.00").consistency()).isEqualByComparingTo("1");
        assertThat(of("1.00", "3.00").consistency()).isEqualByComparingTo("0.5"); // deviation 1, mean 2
        assertThat(of("0.00", "0.00", "30.00").consistency()).isEqualByComparingTo("0"); // 1 - 1.41, not below 0
        assertThat(of("0.00").consistency()).isNull();
        assertThat(of().consistency()).isNull();
        assertThat(of().average()).isEqualByComparingTo("0");
    }

    private static Series of(String... points) {
        return new Series(Arrays.stream(points).map(BigDecimal::new).toList());
    }

    private static Series weeks(String before, String last) {
        return new Series(Stream.of(before, last)
                .flatMap(points -> Collections.nCopies(7, new BigDecimal(points)).stream())
                .toList());
    }

    @Test
    void onlyTheLastTwoWeeksAreCompared() {
        List<BigDecimal> points = Stream.concat(
                        Stream.of(new BigDecimal("9999.00")), weeks("100.00", "100.00").points().stream())
                .toList();
        assertThat(new Series(points).direction()).isEqualTo("stable");
    }
}
