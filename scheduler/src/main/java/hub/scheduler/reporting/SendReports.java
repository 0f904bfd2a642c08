package hub.scheduler.reporting;

import hub.scheduler.due.Schedule;
import hub.scheduler.run.CatchUp;
import hub.scheduler.run.Dates;
import hub.scheduler.run.Effect;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobPlan;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.Mode;
import hub.scheduler.run.Run;
import jakarta.mail.MessagingException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends the letters that were queued, each in a transaction of its own: claimed, handed to the mail server, noted as sent,
 * committed. So every letter arrives at least once. It arrives again only if the mail server took it and that could not be
 * noted: it did not say so in two minutes, the sender was ended or stopped for long meanwhile, or the commit failed. No letter
 * waits for, or is repeated with, another. One of which it is not known that it was taken is tried again for two days, ever more
 * seldom, ten times in all; as long as there is one that failed each run fails, though it has sent the others.
 */
public final class SendReports implements Job {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration WORTH_SENDING = Duration.ofDays(2);
    /** So that a run ends within its lock, nearly always even if letters run into the server's time limits. */
    private static final int MOST_LETTERS = 20;

    private static final int LONGEST_REASON = 300;

    private static final JobPlan PLAN = new JobPlan(
            "send-reports", Schedule.every(EVERY), Duration.ZERO, 0, CatchUp.COALESCED, EVERY, Duration.ofMinutes(15));

    /** Handing over a letter is silence for MySQL; longer than a mail server that is slow thinks, twice in a dialogue. */
    private static final Duration SILENT_AT_MOST = Duration.ofMinutes(5);

    private final JobsDatabase database;
    private final JavaMailSender server;
    private final String from;
    private final InstantSource clock;

    public SendReports(JobsDatabase database, MailSettings settings, InstantSource clock) {
        this(database, settings.sender(), settings.from(), clock);
    }

    SendReports(JobsDatabase database, JavaMailSender server, String from, InstantSource clock) {
        this.database = database;
        this.server = server;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public JobPlan plan() {
        return PLAN;
    }

    @Override
    public Dates dates() {
        return Dates.TODAY;
    }

    /** Whoever names a mail server wants this. */
    @Override
    public Effect prepare(Run run) throws SQLException, NotSent {
        try (Connection connection = database.connect()) {
            Instant now = clock.instant();
            Instant since = now.minus(WORTH_SENDING);
            List<Letter> letters = Letters.unsent(connection, since, now, MOST_LETTERS);
            return Effect.none(
                    run.mode() == Mode.SHADOW
                            ? letters.size() + " letters to send"
                            : sendAll(connection, letters, since));
        }
    }

    private String sendAll(Connection connection, List<Letter> letters, Instant since) throws SQLException, NotSent {
        JobsDatabase.staySilentAtMost(connection, SILENT_AT_MOST);
        connection.setAutoCommit(false);
        int sent = 0;
        for (Letter letter : letters) {
            if (Letters.claim(connection, letter)) {
                Optional<String> failure = send(letter);
                if (failure.isEmpty()) {
                    Letters.sent(connection, letter, clock.instant());
                    sent++;
                } else {
                    Letters.failed(connection, letter, failure.get());
                }
            }
            connection.commit();
        }
        List<String> refused = Letters.refused(connection, since);
        if (!refused.isEmpty()) {
            throw new NotSent(sent + " letters sent, " + refused.size() + " not: " + refused.getFirst());
        }
        return sent + " letters sent";
    }

    /** Why it could not be handed over; empty if it was. */
    private Optional<String> send(Letter letter) {
        try {
            letter.send(server, from);
            return Optional.empty();
        } catch (MailException | MessagingException e) {
            return Optional.of(reason(e));
        }
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
