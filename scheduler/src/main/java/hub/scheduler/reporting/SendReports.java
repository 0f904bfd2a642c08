package hub.scheduler.reporting;

import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobTransaction;
import hub.scheduler.run.Mode;
import hub.scheduler.run.Run;
import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends the letters that were queued. Sending and remembering it are as close as they can be: the letter is handed over
 * inside the transaction that notes it, by the one instance whose run that is. So a letter is sent again only if MySQL
 * refuses that commit. One that cannot be sent keeps no other from being sent, and is tried again for two days.
 */
public final class SendReports implements Job {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration WORTH_SENDING = Duration.ofDays(2);
    /** So that a run ends within its lock even if each letter runs into the server's time limits. */
    private static final int MOST_LETTERS = 20;

    private static final int LONGEST_REASON = 300;

    private static final JobPlan PLAN = new JobPlan(
            "send-reports", Schedule.every(EVERY), Duration.ZERO, 0, CatchUp.COALESCED, EVERY, Duration.ofMinutes(15));

    private final JavaMailSender server;
    private final String from;

    public SendReports(MailSettings settings) {
        this(settings.sender(), settings.from());
    }

    SendReports(JavaMailSender server, String from) {
        this.server = server;
        this.from = from;
    }

    @Override
    public JobPlan plan() {
        return PLAN;
    }

    /** Whoever names a mail server wants this. */
    @Override
    public Mode modeUnlessSet() {
        return Mode.ON;
    }

    @Override
    public Effect prepare(Run run) {
        return new Effect() {
            @Override
            public String write(JobTransaction transaction) throws SQLException {
                return sendAll(transaction);
            }

            @Override
            public String compare(JobTransaction transaction) throws SQLException {
                return unsent(transaction).size() + " letters to send";
            }
        };
    }

    private static List<Letter> unsent(JobTransaction transaction) throws SQLException {
        return Letters.unsent(transaction.connection(), transaction.now().minus(WORTH_SENDING), MOST_LETTERS);
    }

    private String sendAll(JobTransaction transaction) throws SQLException {
        int sent = 0;
        int failed = 0;
        String why = "";
        for (Letter letter : unsent(transaction)) {
            try {
                letter.send(server, from);
                Letters.sent(transaction.connection(), letter, transaction.now());
                sent++;
            } catch (MailException | MessagingException e) {
                why = reason(e);
                Letters.failed(transaction.connection(), letter, why);
                failed++;
            }
        }
        return sent + " letters sent" + (failed == 0 ? "" : ", " + failed + " not: " + why);
    }

    /** What the server said, without the addresses in it. */
    private static String reason(Exception failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String words = String.valueOf(deepest.getMessage())
                .replaceAll("\\S+@\\S+", "…")
                .replaceAll("\\s+", " ")
                .strip();
        return words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON);
    }
}
