package hub.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import hub.mysql.JdbcUrl;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the jobs are is known as long as somebody tells it, however long MySQL takes to say nothing. */
class ToldForTest {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    @Test
    void aReportOutlivesTheWaitForAServerThatHangs() {
        Duration next = BETWEEN_REPORTS.plus(timeout("connectTimeout")).plus(timeout("socketTimeout"));

        assertThat(SchedulerRole.TOLD_FOR).isGreaterThan(next.plus(BETWEEN_REPORTS));
    }

    private static Duration timeout(String name) {
        Matcher found = Pattern.compile(name + "=(\\d+)")
                .matcher(JdbcUrl.of(new MysqlSettings("127.0.0.1", 1, "hub", "hub", "", SslMode.DISABLED)));
        assertThat(found.find()).as(name).isTrue();
        return Duration.ofMillis(Long.parseLong(found.group(1)));
    }
}
