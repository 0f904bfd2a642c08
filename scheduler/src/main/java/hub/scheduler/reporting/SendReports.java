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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends the letters that were queued, each in a transaction of its own: claimed, handed to the mail server, noted as sent,
 * committed. So every letter arrives at least once. It arrives twice only if its own commit fails, or its sender is stopped
 * for so long that MySQL ends the session, after the mail server took it; no letter waits for, or is repeated with, another.
 * One that cannot be sent is tried again for two days; a run with such a letter fails, though it has sent the others.
 */
public final class SendReports implements Job {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration WORTH_SENDING = Duration.ofDays(2);
    /** So that a run ends within its lock, nearly always even if letters run into the server's time limits. */
    private static final int MOST_LETTERS = 20;

    private static final int LONGEST_REASON = 300;

    private static final JobPlan PLAN = new JobPlan(
            "send-reports", Schedule.every(EVERY), Duration.ZERO, 0, CatchUp.COALESCED, EVERY, Duration.ofMinutes(15));

    /** Handing over a letter is silence for MySQL; longer than all time limits of a mail server's dialogue. */
    private static final Duration SILENT_AT_MOST = Duration.ofMinutes(3);

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
            List<Letter> letters = Letters.unsent(connection, clock.instant().minus(WORTH_SENDING), MOST_LETTERS);
            return Effect.none(
                    run.mode() == Mode.SHADOW ? letters.size() + " letters to send" : sendAll(connection, letters));
        }
    }

    private String sendAll(Connection connection, List<Letter> letters) throws SQLException, NotSent {
        JobsDatabase.staySilentAtMost(connection, SILENT_AT_MOST);
        connection.setAutoCommit(false);
        int sent = 0;
        int failed = 0;
        String why = "";
        for (Letter letter : letters) {
            if (Letters.claim(connection, letter)) {
                Optional<String> failure = send(letter);
                if (failure.isEmpty()) {
                    Letters.sent(connection, letter, clock.instant());
                    sent++;
                } else {
                    why = failure.get();
                    Letters.failed(connection, letter, why);
                    failed++;
                }
            }
            connection.commit();
        }
        if (failed > 0) {
            throw new NotSent(sent + " letters sent, " + failed + " not: " + why);
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
