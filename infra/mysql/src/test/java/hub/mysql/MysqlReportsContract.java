package hub.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import hub.mysql.MysqlReports.Entry;
import hub.mysql.MysqlReports.Form;
import hub.mysql.MysqlReports.Kept;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept is what is found, on every server. */
abstract class MysqlReportsContract {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final LocalDate MONDAY = LocalDate.parse("2026-01-12");

    private MysqlSettings schema = new MysqlSettings("unset", 1, "unset", "unset", "", SslMode.PREFERRED);
    private ConnectionPool pool = MysqlPools.pool(schema, "unset", 1);

    abstract TestServer server();

    @BeforeEach
    void keep() {
        schema = server().migratedSchema();
        pool = MysqlPools.pool(schema, "test", 2);
        kept(MONDAY, 1, "provisional");
        kept(MONDAY, 2, "closing");
        kept(MONDAY.plusDays(1), 1, "provisional");
    }

    @AfterEach
    void disconnect() {
        pool.dispose();
    }

    private void kept(LocalDate date, int version, String kind) {
        for (String audience : List.of("read", "cost")) {
            TestServer.execute(
                    schema,
                    "INSERT INTO hub_reports (score_date, version, audience, kind, title, headline, position, made_at,"
                            + " html, csv, json, mail_html, mail_text) VALUES ('" + date + "', " + version + ", '"
                            + audience + "', '" + kind + "', 'Daily report', 'Ünïcode 🏆', 'mysql-gtid:a:1-" + version
                            + "', '2026-01-13 00:30:01.250', '<html " + audience + version + ">', 'csv " + audience
                            + version + "', '{\"v\":" + version + "}', 'letter', 'letter')");
        }
    }

    private MysqlReports unit() {
        return new MysqlReports(pool);
    }

    private Optional<Kept> find(LocalDate date, int version, String audience, Form form) {
        return unit().find(date, version, audience, form).blockOptional(WITHIN);
    }

    private Optional<List<Entry>> list(String audience, int most) {
        return unit().list(audience, most).blockOptional(WITHIN);
    }

    @Test
    void theListHasTheNewestVersionOfEachDayNewestDayFirst() {
        List<Entry> all = list("read", 10).orElseThrow();

        assertThat(all).containsExactly(entry(MONDAY.plusDays(1), 1, "provisional"), entry(MONDAY, 2, "closing"));
        assertThat(list("read", 1).orElseThrow()).isEqualTo(all.subList(0, 1));
        assertThat(list("nobody", 10)).hasValue(List.of());
    }

    private static Entry entry(LocalDate date, int version, String kind) {
        return new Entry(
                date,
                version,
                kind,
                "Daily report",
                "Ünïcode 🏆",
                "mysql-gtid:a:1-" + version,
                Instant.parse("2026-01-13T00:30:01.250Z"));
    }

    @Test
    void eachAudienceHasItsOwnInEachForm() {
        assertThat(find(MONDAY, 0, "read", Form.HTML)).hasValue(new Kept(2, "mysql-gtid:a:1-2", "<html read2>"));
        assertThat(find(MONDAY, 0, "cost", Form.HTML)).hasValue(new Kept(2, "mysql-gtid:a:1-2", "<html cost2>"));
        assertThat(find(MONDAY, 0, "cost", Form.CSV)).hasValue(new Kept(2, "mysql-gtid:a:1-2", "csv cost2"));
        assertThat(find(MONDAY, 0, "read", Form.JSON)).hasValue(new Kept(2, "mysql-gtid:a:1-2", "{\"v\":2}"));
    }

    @Test
    void earlierVersionsStayAndOthersAreNotThere() {
        assertThat(find(MONDAY, 1, "read", Form.HTML)).hasValue(new Kept(1, "mysql-gtid:a:1-1", "<html read1>"));
        assertThat(find(MONDAY, 3, "read", Form.HTML)).isEmpty();
        assertThat(find(MONDAY.minusDays(1), 0, "read", Form.HTML)).isEmpty();
        assertThat(find(MONDAY, 0, "nobody", Form.HTML)).isEmpty();
    }

    @Test
    void whereTheJobsHaveNeverRunThereAreNone() {
        TestServer.execute(schema, "DROP TABLE hub_reports");

        assertThat(list("read", 10)).hasValue(List.of());
        assertThat(find(MONDAY, 0, "read", Form.HTML)).isEmpty();
    }
}
