package hub.scheduler.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.scheduler.TestServers;
import hub.scheduler.report.SampleDay;
import hub.scheduler.report.render.Page;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.Mode;
import hub.scheduler.run.Run;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Letters, from the queue to a real mail server in this JVM. */
abstract class SendReportsContract {

    private static final Instant NOW = Instant.parse("2026-01-16T00:30:01Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private MysqlSettings schema = new MysqlSettings("unset", 1, "unset", "unset", "", SslMode.PREFERRED);

    abstract TestServers servers();

    @BeforeEach
    void queue() throws SQLException, NotSent {
        server.start();
        schema = servers().freshSchema();
        inTransaction(transaction -> new ReportEffect(
                        SampleDay.report(),
                        List.of(
                                Renderings.of(SampleDay.report(), Audience.READ, new Page()),
                                Renderings.of(SampleDay.report(), Audience.COST, new Page())),
                        Recipient.parse("boss@example.org:cost:read, team@example.org"))
                .write(transaction));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aLetterHasTextPageAndBothAttachments() throws Exception {
        assertThat(run(NOW)).isEqualTo("2 letters sent");

        MimeMessage letter = to("boss@example.org");
        assertThat(letter.getSubject()).isEqualTo("Daily report 2026-01-15 (provisional)");
        assertThat(letter.getFrom()).extracting(Object::toString).containsExactly("hub@example.org");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getHeader("Hub-Report")).containsExactly("2026-01-15 version 1");
        Map<String, String> parts = parts(letter);
        assertThat(parts.keySet())
                .containsExactly(
                        "text/plain", "text/html", "daily-report-2026-01-15.html", "daily-report-2026-01-15.csv");
        assertThat(parts.get("text/plain")).contains("1,017.00", "1. Ada Abara: 300.00 points, 300 items");
        assertThat(parts.get("text/html"))
                .contains("Top five", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<svg", "<style");
        assertThat(parts.get("daily-report-2026-01-15.html")).contains("<svg", "Heatmap");
        assertThat(parts.get("daily-report-2026-01-15.csv")).startsWith("date,seal,section,subject,measure,value\r\n");
    }

    @Test
    void onlyWhoMaySeeThemGetsCosts() throws Exception {
        run(NOW);

        assertThat(parts(to("boss@example.org")).values())
                .anySatisfy(part -> assertThat(part).contains("$612.50"))
                .anySatisfy(part -> assertThat(part).contains(",cost,,total,612.50"));
        assertThat(parts(to("team@example.org")).values())
                .allSatisfy(part -> assertThat(part).doesNotContain("612.50", "Labor cost", ",cost,"));
    }

    @Test
    void aLetterIsSentOnce() throws SQLException, NotSent {
        run(NOW);

        assertThat(run(NOW.plusSeconds(300))).isEqualTo("0 letters sent");
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(
                        rows(
                                "SELECT recipient, sent_at = '2026-01-16 00:30:01', attempts, last_error FROM hub_report_mails ORDER BY recipient"))
                .containsExactly("boss@example.org|1|1|null", "team@example.org|1|1|null");
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAndTheReportIsKept() throws SQLException, NotSent {
        int port = server.getSmtp().getPort();
        server.stop();
        assertThatThrownBy(() -> run(NOW, port)).hasMessageStartingWith("0 letters sent, 2 not: ");
        assertThat(rows("SELECT attempts, sent_at, last_error IS NOT NULL FROM hub_report_mails"))
                .containsExactly("1|null|1", "1|null|1");
        assertThat(rows("SELECT COUNT(*) FROM hub_reports")).containsExactly("2");

        server.start();
        assertThat(run(NOW.plusSeconds(300))).isEqualTo("2 letters sent");
    }

    /** A run is made again and again; a letter that its server may have taken each time is not. */
    @Test
    void aLetterIsTriedEverMoreSeldomAndTenTimesInAll() throws SQLException, NotSent {
        int port = server.getSmtp().getPort();
        server.stop();
        List<Long> minutes = new ArrayList<>();
        int tried = 0;
        for (int minute = 0; minute < 49 * 60; minute += minute < 180 ? 5 : 20) {
            try {
                run(NOW.plus(Duration.ofMinutes(minute)), port);
            } catch (NotSent e) {
                assertThat(e).hasMessageStartingWith("0 letters sent, 2 not: ");
            }
            int now = Integer.parseInt(
                    rows("SELECT MAX(attempts) FROM hub_report_mails").getFirst());
            if (now > tried) {
                minutes.add((long) minute);
                tried = now;
            }
        }
        assertThat(minutes).containsExactly(0L, 5L, 15L, 35L, 75L, 155L, 320L, 640L, 1280L, 2560L);
    }

    @Test
    void aServerThatHangsUpOnceItHasTakenALetterIsNotGivenItAgain() throws SQLException, NotSent {
        try (ScriptedSmtp rude = ScriptedSmtp.rude()) {
            assertThat(run(NOW, rude.port())).isEqualTo("2 letters sent");
            assertThat(run(NOW.plusSeconds(300), rude.port())).isEqualTo("0 letters sent");
        }
        assertThat(rows("SELECT sent_at IS NOT NULL, attempts, last_error FROM hub_report_mails"))
                .containsExactly("1|1|null", "1|1|null");
    }

    /** By whoever was killed between handing over and noting. */
    @Test
    void anAttemptCountsWhateverCameOfIt() throws SQLException, NotSent {
        execute("ALTER TABLE hub_report_mails ADD CONSTRAINT full CHECK (sent_at IS NULL)");
        assertThatThrownBy(() -> run(NOW)).isInstanceOf(SQLException.class);

        assertThat(rows("SELECT attempts, sent_at FROM hub_report_mails ORDER BY id"))
                .containsExactly("1|null", "0|null");
    }

    @Test
    void aLetterThatIsRefusedKeepsNoOtherFromBeingSent() throws SQLException, NotSent {
        inTransaction(transaction -> {
            try (Statement sql = transaction.connection().createStatement()) {
                return sql.executeUpdate(
                        "UPDATE hub_report_mails SET recipient = 'not an address' WHERE audience = 'cost'");
            }
        });

        assertThatThrownBy(() -> run(NOW)).hasMessageStartingWith("1 letters sent, 1 not: ");
        assertThat(rows("SELECT recipient, attempts, sent_at IS NOT NULL FROM hub_report_mails ORDER BY id"))
                .containsExactly("not an address|1|0", "team@example.org|1|1");
    }

    /** MySQL refuses to note the second letter: only that one arrives twice. */
    @Test
    void aFailureBetweenLettersRepeatsNoneThatWasNoted() throws SQLException, NotSent, MessagingException {
        execute(
                "ALTER TABLE hub_report_mails ADD CONSTRAINT full CHECK (recipient NOT LIKE 'team%' OR sent_at IS NULL)");
        assertThatThrownBy(() -> run(NOW)).isInstanceOf(SQLException.class);
        assertThat(rows("SELECT recipient, sent_at IS NOT NULL FROM hub_report_mails ORDER BY id"))
                .containsExactly("boss@example.org|1", "team@example.org|0");

        execute("ALTER TABLE hub_report_mails DROP CONSTRAINT full");
        assertThat(run(NOW.plusSeconds(5))).as("too soon").isEqualTo("0 letters sent");
        assertThat(run(NOW.plusSeconds(300))).isEqualTo("1 letters sent");
        assertThat(received()).containsExactly("boss@example.org", "team@example.org", "team@example.org");
    }

    /** Locks may fail: four instances send the same queue. */
    @Test
    void sendersAtTheSameTimeSendEachLetterOnce() throws Exception {
        execute("UPDATE hub_report_mails SET sent_at = UTC_TIMESTAMP()");
        for (int i = 10; i < 22; i++) {
            letter("r" + i + "@example.org");
        }
        List<FutureTask<String>> senders =
                Stream.generate(() -> new FutureTask<>(() -> run(NOW))).limit(4).toList();
        senders.forEach(sender -> Thread.ofVirtual().start(sender));
        for (FutureTask<String> sender : senders) {
            sender.get();
        }
        assertThat(received()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void oldNewsIsNotSent() throws SQLException, NotSent {
        assertThat(run(NOW.plus(Duration.ofDays(3)))).isEqualTo("0 letters sent");
    }

    @Test
    void aShadowSaysWhatItWouldSend() throws SQLException, NotSent {
        Run shadow =
                new Run("send-reports", "k", NOW, SampleDay.report().day().date(), Run.Cause.SCHEDULE, Mode.SHADOW);
        String said = inTransaction(transaction ->
                job(NOW, server.getSmtp().getPort()).prepare(shadow).compare(transaction));

        assertThat(said).isEqualTo("2 letters to send");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    /** As many as one run takes cannot be delivered, and are older. */
    @Test
    void lettersThatCannotBeDeliveredKeepNoNewerOneWaiting() throws Exception {
        execute("UPDATE hub_report_mails SET sent_at = UTC_TIMESTAMP()");
        for (int i = 10; i < 30; i++) {
            letter("undeliverable " + i);
        }
        assertThatThrownBy(() -> run(NOW)).hasMessageStartingWith("0 letters sent, 20 not: ");
        letter("new@example.org");

        assertThatThrownBy(() -> run(NOW.plusSeconds(5))).hasMessageStartingWith("1 letters sent, 20 not: ");
        assertThat(received()).containsExactly("new@example.org");
    }

    @Test
    void aLetterThatIsQueuedAlreadyIsNotCountedAgain() throws SQLException, NotSent {
        List<Recipient> recipients = Recipient.parse("team@example.org, third@example.org");
        String again = inTransaction(
                transaction -> new ReportEffect(SampleDay.report(), List.of(), recipients).write(transaction));
        assertThat(again).endsWith(", 1 letters queued");
    }

    private void letter(String recipient) throws SQLException {
        execute("INSERT INTO hub_report_mails (score_date, version, recipient, audience, queued_at) SELECT score_date,"
                + " version, '" + recipient + "', audience, queued_at FROM hub_report_mails"
                + " WHERE recipient = 'team@example.org'");
    }

    private String run(Instant now) throws SQLException, NotSent {
        return run(now, server.getSmtp().getPort());
    }

    private String run(Instant now, int port) throws SQLException, NotSent {
        return inTransaction(
                now, transaction -> job(now, port).prepare(someRun()).write(transaction));
    }

    private SendReports job(Instant now, int port) {
        return new SendReports(new JobsDatabase(schema), settings(port), InstantSource.fixed(now));
    }

    private static Run someRun() {
        return new Run("send-reports", "k", NOW, SampleDay.report().day().date(), Run.Cause.SCHEDULE, Mode.ON);
    }

    private static MailSettings settings(int port) {
        return new MailSettings("127.0.0.1", port, "", "", MailSettings.Security.NONE, "hub@example.org");
    }

    private List<String> received() throws MessagingException {
        List<String> received = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            received.add(message.getRecipients(Message.RecipientType.TO)[0].toString());
        }
        received.sort(Comparator.naturalOrder());
        return received;
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = new JobsDatabase(schema).connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private MimeMessage to(String address) throws MessagingException {
        for (MimeMessage message : server.getReceivedMessages()) {
            if (message.getRecipients(Message.RecipientType.TO)[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("no letter to " + address);
    }

    /** Contents by file name, or by type where there is none. */
    private static Map<String, String> parts(Part part) throws MessagingException, IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                parts.putAll(parts(several.getBodyPart(i)));
            }
        } else {
            String name = part.getFileName() == null ? part.getContentType().split(";")[0] : part.getFileName();
            parts.put(name, new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return parts;
    }

    private interface Work<T> {
        T in(JobTransaction transaction) throws SQLException, NotSent;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException, NotSent {
        return inTransaction(NOW, work);
    }

    private <T> T inTransaction(Instant now, Work<T> work) throws SQLException, NotSent {
        try (Connection connection = new JobsDatabase(schema).connect()) {
            connection.setAutoCommit(false);
            T result = work.in(new JobTransaction(connection, "", now));
            connection.commit();
            return result;
        }
    }

    private List<String> rows(String query) throws SQLException, NotSent {
        return inTransaction(transaction -> Rows.of(transaction.connection(), query));
    }
}
