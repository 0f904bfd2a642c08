package hub.scheduler.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.report.SampleDay;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvTest {

    private final List<String> lines = Csv.of(SampleDay.report()).lines().toList();

    @Test
    void everyPartHasItsLines() {
        assertThat(lines)
                .startsWith("date,seal,section,subject,measure,value", "2026-01-15,1,report,,state,provisional")
                .contains(
                        "2026-01-15,1,total,,points,1017.00",
                        "2026-01-15,1,previous,2026-01-14,points,200.00",
                        "2026-01-15,1,week,,points,150.00",
                        "2026-01-15,1,total,,efficiency,52.2",
                        "2026-01-15,1,day,2026-01-13,items,100",
                        "2026-01-15,1,top,1,name,Ada Abara",
                        "2026-01-15,1,top,1,points,300.00",
                        "2026-01-15,1,department,Packing,items,420",
                        "2026-01-15,1,department,Packing,vs_target,-68.9",
                        "2026-01-15,1,hour,2026-01-15 10:00,items,634",
                        "2026-01-15,1,cost,,total,612.50",
                        "2026-01-15,1,cost,No department,total,13.00");
    }

    @Test
    void aNameThatASpreadsheetWouldRunIsText() {
        assertThat(lines).contains("2026-01-15,1,top,3,name,'=Carla & Co");
    }

    @Test
    void costIsLeftOutForThoseWhoMayNotSeeIt() {
        assertThat(Csv.of(SampleDay.report().withoutCost())).doesNotContain(",cost,");
    }

    @Test
    void fieldsAreQuotedAndFormulasAreNot() {
        String csv = new CsvLines()
                .text("a,b")
                .text("say \"x\"")
                .text("two\r\nlines")
                .text("=1+1")
                .text("+1")
                .text("-1")
                .text("@x")
                .text("\t=1")
                .text(null)
                .number(-1)
                .end()
                .toString();

        assertThat(csv).isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\r\nlines\",'=1+1,'+1,'-1,'@x,'\t=1,,-1\r\n");
    }
}
