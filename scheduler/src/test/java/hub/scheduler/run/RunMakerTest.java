package hub.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is told of a failure. */
class RunMakerTest {

    @Test
    void whatADatabaseRefusedIsNotQuoted() {
        assertThat(reason("(conn=7) Duplicate entry 'jose@example.org' for key 'unique_email'"))
                .isEqualTo("(conn=7) Duplicate entry '…' for key 'unique_email'");
        assertThat(reason("Duplicate entry 'Paul O'Neil' for key 'employees.name'"))
                .isEqualTo("Duplicate entry '…' for key 'employees.name'");
        assertThat(reason("Incorrect string value: '\\xF0\\x9F' for column 'name' at row 1"))
                .isEqualTo("Incorrect string value: '…' for column 'name' at row 1");
        assertThat(reason("no mailbox of ada@example.org")).isEqualTo("no mailbox of …");
    }

    @Test
    void theRestIsToldAsItIs() {
        assertThat(reason("Data too long for column 'name' at row 1"))
                .isEqualTo("Data too long for column 'name' at row 1");
        assertThat(RunMaker.reason(new IllegalStateException("a\n  b"))).isEqualTo("a b");
        assertThat(RunMaker.reason(new StackOverflowError())).isEqualTo("StackOverflowError");
    }

    private static String reason(String message) {
        return RunMaker.reason(new SQLException(message));
    }
}
