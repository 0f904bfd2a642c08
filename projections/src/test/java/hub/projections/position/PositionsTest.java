package hub.projections.position;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.store.SourcePosition;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

    private static final String A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final String B = "4e11fa47-71ca-11e1-9e33-c80aa9429562";

    private static Containment compare(String wanted, String held) {
        return Containment.of(position(wanted), position(held));
    }

    private static SourcePosition position(String text) {
        return Objects.requireNonNull(
                PrintedPosition.parse(text.replace("A:", A + ":").replace("B:", B + ":")), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A:1-5 | A:1-5 | CONTAINED",
                "A:1-5 | A:1-6 | CONTAINED",
                "A:1-6 | A:1-5 | NOT_YET",
                "A:7 | A:1-5:7 | CONTAINED",
                "A:6 | A:1-5:7 | NOT_YET",
                "A:1-10 | A:1-5:6-10 | CONTAINED",
                "A:5-6 | A:6:1-5 | CONTAINED",
                "A:1-5,B:1 | A:1-9,B:1-2 | CONTAINED",
                "A:1-5,B:3 | A:1-9,B:1-2 | NOT_YET",
                "A:1-5,B:1 | A:1-9 | PARTLY_UNKNOWN",
                "B:1 | A:1-9 | OTHER_HISTORY",
                "A:tag:1-2 | A:1-9:tag:1-3 | CONTAINED",
                "A:tag:1-4 | A:1-9:tag:1-3 | NOT_YET",
                "A:tag:1 | A:1-9 | NOT_YET",
                "A:1 | A:tag:1-9 | NOT_YET",
                "0-1-5 | 0-1-5 | CONTAINED",
                "0-1-5 | 0-2-6 | CONTAINED",
                "0-1-7 | 0-1-6 | NOT_YET",
                "0-1-6 | 0-2-6 | OTHER_HISTORY",
                "0-1-5,7-1-2 | 7-1-2,0-1-9 | CONTAINED",
                "0-1-5,7-1-3 | 7-1-2,0-1-9 | NOT_YET",
                "0-1-5,7-1-1 | 0-1-9 | PARTLY_UNKNOWN",
                "7-1-1 | 0-1-9 | OTHER_HISTORY",
                "binlog.000003:157 | binlog.000003:157 | CONTAINED",
                "binlog.000003:158 | binlog.000003:157 | NOT_YET",
                "binlog.000003:9999 | binlog.000004:4 | CONTAINED",
                "binlog.000004:4 | binlog.000003:9999 | NOT_YET",
                "binlog.999999:4 | binlog.1000000:4 | CONTAINED",
                "mysql-bin.000003:4 | binlog.000003:157 | OTHER_HISTORY",
                "A:1 | 0-1-5 | OTHER_HISTORY",
                "0-1-5 | A:1 | OTHER_HISTORY",
                "binlog.000003:4 | A:1 | OTHER_HISTORY"
            })
    void oneContainsAnotherAsTheSourceDefinesIt(String wanted, String held, Containment expected) {
        assertThat(compare(wanted, held)).isEqualTo(expected);
    }

    @Test
    void beforeAnythingWasReadNothingIsContainedYet() {
        assertThat(Containment.of(position("A:1"), SourcePosition.NONE)).isEqualTo(Containment.NOT_YET);
        assertThat(Containment.of(SourcePosition.NONE, position("A:1"))).isEqualTo(Containment.CONTAINED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A:1-5, B:2 | mysql-gtid",
                "mysql-gtid:A:1-5 | mysql-gtid",
                "3E11FA47-71CA-11E1-9E33-C80AA9429562:1 | mysql-gtid",
                "0-1-117 | mariadb-gtid",
                "0-1-117, 1-2-3 | mariadb-gtid",
                "mariadb-gtid:0-1-117 | mariadb-gtid",
                "binlog.000003:157 | binlog",
                "binlog.000003 157 | binlog",
                "binlog:my-bin.host-1.000003:157 | binlog"
            })
    void whatIsPrintedIsRead(String text, String kind) {
        assertThat(position(text).text()).startsWith(kind + ":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "none",
                "now",
                "1",
                ":",
                ",",
                "mysql-gtid:",
                "mysql-gtid:0-1-5",
                "mariadb-gtid:x",
                "binlog:x:y",
                "binlog:binlog.000003:-1",
                "binlog:binlog.000003:99999999999999999999",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:0",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:5-1",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:1-99999999999999999999",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:9999999999999999999",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:tag",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:tag:other:1",
                "3e11fa47-71ca-11e1-9e33-c80aa9429562:1,",
                "3e11fa47-71ca-11e1-9e33-c80aa942956:1",
                "0-1",
                "0-1-5-6",
                "0-1--5",
                "0-1-99999999999999999999",
                "٠-1-5",
                "binlog.000003",
                "binlog.000003:x",
                "../../etc/passwd:1"
            })
    void anythingElseIsNone(String text) {
        assertThat(PrintedPosition.parse(text)).isNull();
    }

    /** Against sets of numbers, by which containment is defined. */
    @Test
    void intervalsAreSetsOfNumbers() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            TreeSet<Integer> wanted = numbers(random, 3);
            TreeSet<Integer> held = numbers(random, 25);
            assertThat(compare(text(wanted), text(held)))
                    .as("%s in %s", wanted, held)
                    .isEqualTo(held.containsAll(wanted) ? Containment.CONTAINED : Containment.NOT_YET);
        }
    }

    private static TreeSet<Integer> numbers(Random random, int atMost) {
        return random.ints(1 + random.nextInt(atMost), 1, 20).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(TreeSet<Integer> numbers) {
        return "A:" + numbers.stream().map(String::valueOf).collect(Collectors.joining(":"));
    }
}
