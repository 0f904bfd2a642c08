package hub.scheduler.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.report.DepartmentLine;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepartmentsChartTest {

    /** The warehouse groups by the stored value, so there may be two of these on one day. */
    @Test
    void noDepartmentAndOneWithoutANameAreTwo() {
        assertThat(List.of(Words.department(null), Words.department(""), Words.department(" ")))
                .containsExactly("No department", "Department \"\"", "Department \" \"");
    }

    /** The third reads like the first. */
    @Test
    void everyLineHasItsBar() {
        String svg = DepartmentsChart.svg(
                List.of(line(null, 400), line("", 30), line("No department", 7), line("Packing", 5)));
        assertThat(svg.split("No department", -1)).hasSize(3);
        assertThat(svg).contains(">400<", ">30<", ">7<", ">5<");
    }

    private static DepartmentLine line(@Nullable String name, long items) {
        return new DepartmentLine(name, 1, items, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, null);
    }
}
