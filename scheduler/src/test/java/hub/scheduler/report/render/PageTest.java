package hub.scheduler.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.report.Edition;
import hub.scheduler.report.Report;
import hub.scheduler.report.SampleDay;
import hub.scheduler.report.Warehouse;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Every part of the page by its values, tags left out. */
final class PageTest {

    private static final String HTML = new Page().of(SampleDay.report());

    @Test
    void titleAndHeadSayWhichDayAndThatItIsProvisional() {
        assertThat(HTML).contains("<title>Daily report 2026-01-15 (provisional)</title>");
        assertThat(text("header"))
                .contains("Thursday, 15 January 2026 Provisional · seal version 1")
                .contains("7 people made 1,184 items worth 1,017.00 points, 408.5 % more than on Wednesday 14 January,"
                        + " 578.0 % more than on an average day of the week before.")
                .contains("1 person was still clocked in when the day was sealed")
                .contains("The activity log has +20 items since the seal.");
    }

    @Test
    void theClosingEditionIsNotCalledProvisional() {
        Edition closing = new Edition(2, Edition.Kind.CLOSING, Instant.parse("2026-01-16T06:10:00Z"), false);
        String html = new Page().of(SampleDay.made(SampleDay.of(SampleDay.warehouse(), closing)));

        assertThat(html)
                .contains("<title>Daily report 2026-01-15</title>")
                .contains("Closed · seal version 2")
                .doesNotContainIgnoringCase("> provisional");
    }

    @Test
    void totals() {
        assertThat(part("total-points")).isEqualTo("Points 1,017.00 +408.5 % vs. Wed 14 +578.0 % vs. week");
        assertThat(part("total-items")).isEqualTo("Items 1,184 +492.0 % vs. Wed 14 +689.3 % vs. week");
        assertThat(part("total-finished")).isEqualTo("Items finished 420 +110.0 % vs. Wed 14 +180.0 % vs. week");
        assertThat(part("total-people")).isEqualTo("People 7 +600.0 % vs. Wed 14 +600.0 % vs. week");
        assertThat(part("total-hours")).isEqualTo("Hours clocked 28.1 +1,305.0 % vs. Wed 14 +1,773.3 % vs. week");
        assertThat(part("total-items_per_hour")).isEqualTo("Items per hour 42.2 −57.8 % vs. Wed 14 −57.8 % vs. week");
        assertThat(part("total-efficiency")).isEqualTo("Efficiency 52.2 % −30.4 % vs. Wed 14 −16.5 % vs. week");
    }

    @Test
    void topFive() {
        assertThat(part("top"))
                .isEqualTo("Top five from 50 to 400 items per person"
                        + " # Name Mostly in Points Items Worked Items/h Streak"
                        + " 1 Ada Abara Packing and Shipping 300.00 300 8:00 37.5 3"
                        + " 2 Bruno &lt;script&gt;alert(1)&lt;/script&gt; Heat Pressing 300.00 150 5:00 30.0 1"
                        + " 3 =Carla &amp; Co Picker 200.00 400 8:05 49.5 1"
                        + " 4 Diego Dahl Labeler 117.00 234 5:00 46.8 1"
                        + " 5 Elif Eriksen Packing and Shipping 50.00 50 1:00 50.0 1");
    }

    @Test
    void departmentTable() {
        assertThat(text("<table>", "</table>", HTML.indexOf("id=\"departments\"")))
                .isEqualTo("Department People Items Before Hours Efficiency Against target"
                        + " Packing 3 420 200 9.00 31.1 % −68.9 %"
                        + " Picking 1 400 0 8.08 41.2 % −58.8 %"
                        + " Labeling 1 234 0 5.00 39.0 % −61.0 %"
                        + " Heat Press 1 150 0 5.00 50.0 % −50.0 %");
    }

    @Test
    void comparison() {
        assertThat(part("comparison"))
                .isEqualTo("Comparison Figure Thu 15 Jan Wed 14 Jan Change Week’s mean Change"
                        + " Points 1,017.00 200.00 +408.5 % 150.00 +578.0 %"
                        + " Items 1,184 200 +492.0 % 150 +689.3 %"
                        + " Items finished 420 200 +110.0 % 150 +180.0 %"
                        + " People 7 1 +600.0 % 1 +600.0 %"
                        + " Hours clocked 28.1 2.0 +1,305.0 % 1.5 +1,773.3 %"
                        + " Items per hour 42.2 100.0 −57.8 % 100.0 −57.8 %"
                        + " Efficiency 52.2 % 75.0 % −30.4 % 62.5 % −16.5 %");
    }

    @Test
    void cost() {
        assertThat(part("cost"))
                .isEqualTo("Labor cost Total $612.50 Active $282.10 Not active $330.40 Utilization 46.1 %"
                        + " Per item finished $1.531 Average rate $15.75/h"
                        + " Department People Items Cost of its windows"
                        + " Packing 3 400 $210.20 No department 1 4 $13.00");
    }

    @Test
    void costIsLeftOutForThoseWhoMayNotSeeIt() {
        assertThat(new Page().of(SampleDay.report().withoutCost()))
                .doesNotContain("id=\"cost\"")
                .doesNotContain("Labor cost")
                .doesNotContain("612.50")
                .doesNotContain("$");
    }

    @Test
    void whereItComesFrom() {
        assertThat(text("footer"))
                .contains("seal version 1 (provisional), which counts open shifts up to 15 Jan 2026, 18:05:00 CST.")
                .contains("Position mysql-gtid:3e11fa47-71ca-11e1-9e33-c80aa9429562:1-77")
                .contains("As of 15 Jan 2026, 18:05:02 CST")
                .contains("Generation 3")
                .contains("Made 15 Jan 2026, 18:30:01 CST");
    }

    @Test
    void chartsShowTheirNumbersAsText() throws Exception {
        List<String> charts = charts(HTML);

        assertThat(charts).hasSize(4);
        assertThat(labels(charts.get(0))).contains("Thu 8", "Tue 13", "100", "Wed 14", "200", "Thu 15", "1,017");
        assertThat(labels(charts.get(1)))
                .as("the heatmap has the numbers")
                .contains("6:00", "17:00")
                .doesNotContain("634");
        assertThat(labels(charts.get(2))).contains("Packing", "420", "Picking", "400", "Labeling", "234", "150");
        assertThat(labels(charts.get(3)))
                .contains("Thu 15 Jan", "Thu 8 Jan", "6:00", "17:00", "300", "150", "634", "200");
        for (String chart : charts) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(chart)));
        }
        assertThat(ids(charts)).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void nothingInItRunsOrIsFetched() {
        assertThat(HTML.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("<script")
                .doesNotContain("<link")
                .doesNotContain("<img")
                .doesNotContain("url(http")
                .doesNotContain(" src=")
                .doesNotContain("href=\"http");
    }

    @Test
    void namesOfDepartmentsAreEscapedInTheChartsToo() {
        Warehouse hostile = SampleDay.warehouse();
        hostile.rows()
                .add(new hub.projections.change.Row.Activity(
                        9_000,
                        1,
                        2L,
                        "QC Passed",
                        999L,
                        Instant.parse("2026-01-15T18:00:00Z"),
                        Instant.parse("2026-01-15T18:10:00Z"),
                        "</svg><script>x</script>",
                        "podfactory"));
        String html = new Page().of(SampleDay.made(SampleDay.of(hostile, SampleDay.PROVISIONAL)));

        assertThat(html).doesNotContain("<script").contains("&lt;/svg&gt;&lt;script&gt;");
    }

    @Test
    void anEmptyDaySaysSo() {
        String html = new Page().of(SampleDay.made(SampleDay.of(new Warehouse(), SampleDay.PROVISIONAL)));

        assertThat(plain(html))
                .contains("Nobody worked on Thursday 15 January.")
                .contains("There were no shifts and no items on this day.")
                .contains("No working day in the week before");
        assertThat(html).doesNotContain("id=\"top\"").doesNotContain("id=\"departments\"");
    }

    @Test
    void theSameReportIsTheSamePage() {
        Report report = SampleDay.report();

        assertThat(new Page().of(report)).isEqualTo(HTML);
    }

    private static List<String> charts(String html) {
        return find("(?s)<svg.*?</svg\\s*>", html).map(MatchResult::group).toList();
    }

    private static List<String> labels(String chart) {
        return find("(?s)<text[^>]*>(.*?)</text", chart)
                .map(found -> found.group(1).strip())
                .toList();
    }

    private static List<String> ids(List<String> charts) {
        return charts.stream()
                .flatMap(chart -> find(" id=\"([^\"]+)\"", chart))
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<MatchResult> find(String pattern, String in) {
        return Pattern.compile(pattern).matcher(in).results();
    }

    /** The text of the element with that id, which contains no element of its own kind. */
    private static String part(String id) {
        int at = HTML.indexOf(" id=\"" + id + "\"");
        assertThat(at).as(id).isPositive();
        int open = HTML.lastIndexOf('<', at);
        String tag = HTML.substring(open + 1, HTML.indexOf(' ', open));
        return text("<" + tag, "</" + tag + ">", open);
    }

    private static String text(String tag) {
        return text("<" + tag, "</" + tag + ">", 0);
    }

    private static String text(String open, String close, int from) {
        int start = HTML.indexOf('>', HTML.indexOf(open, from)) + 1;
        return plain(HTML.substring(start, HTML.indexOf(close, start)));
    }

    private static String plain(String html) {
        return html.replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .replace(" .", ".")
                .strip();
    }
}
