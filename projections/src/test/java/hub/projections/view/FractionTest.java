package hub.projections.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void sumsOfQuotientsStayExactUntilTheyAreRounded() {
        Fraction third = fraction("1", "3");
        Fraction sum = third.plus(third).plus(third);

        assertThat(sum).isEqualTo(fraction("1", "1"));
        assertThat(sum.times(fraction("5", "100")).round(1)).isEqualTo(new BigDecimal("0.1"));
        assertThat(fraction("0.25", "1").round(1)).isEqualTo(new BigDecimal("0.3"));
        assertThat(fraction("-0.25", "1").round(1)).isEqualTo(new BigDecimal("-0.3"));
    }

    @Test
    void decimalsOfAnyScaleAreTaken() {
        assertThat(fraction("1E+2", "0.04")).isEqualTo(fraction("2500", "1"));
        assertThat(fraction("449.98", "60").over(fraction("449.98", "30"))).isEqualTo(fraction("1", "2"));
    }

    @Test
    void theyAreOrdered() {
        assertThat(fraction("1", "3")).isLessThan(fraction("0.34", "1")).isGreaterThan(fraction("0.33", "1"));
        assertThat(fraction("1", "3").negated().signum()).isNegative();
    }

    @Test
    void aDenominatorIsAboveZero() {
        assertThatThrownBy(() -> new Fraction(BigInteger.ONE, BigInteger.ZERO)).hasMessageContaining("above 0, not 0");
    }

    private static Fraction fraction(String dividend, String divisor) {
        return Fraction.of(new BigDecimal(dividend), new BigDecimal(divisor));
    }
}
