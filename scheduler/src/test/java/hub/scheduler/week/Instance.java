package hub.scheduler.week;

import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.scheduler.TestLocks;
import hub.scheduler.run.Effects;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobMeters;
import hub.scheduler.run.JobModes;
import hub.scheduler.run.Jobs;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.ManualRuns;
import hub.scheduler.run.RunOutcome;
import hub.scheduler.run.SettableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One scheduler in a process of its own. With {@code at INSTANT} on its input, its clock shows that, off by its offset, and it
 * looks what is due, as it would each second. With {@code hold JOB PLACE} the next run of that job stays there, until
 * {@code go}. It answers each line with what is {@link Told}.
 */
public final class Instance {

    private static final Duration LOCK = Duration.ofSeconds(2);
    /** How long a transaction of a process that is stopped holds its rows. */
    private static final Duration SILENT_AT_MOST = Duration.ofSeconds(5);

    /** So that whatever is reported on time has to wait. */
    private static final Duration STREAM_BEHIND = Duration.ofHours(1);

    private static final ManualRuns NO_WISHES = new ManualRuns() {
        @Override
        public List<Wish> wishes() {
            return List.of();
        }

        @Override
        public void granted(Wish wish) {}
    };

    private Instance() {}

    /** @param args name, MySQL host, port, schema, user, password, Redis host, port, offset in minutes, SMTP port,
     *     Connecteam port */
    public static void main(String[] args) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        MysqlSettings mysql =
                new MysqlSettings(args[1], Integer.parseInt(args[2]), args[3], args[4], args[5], SslMode.PREFERRED);
        Duration offset = Duration.ofMinutes(Long.parseLong(args[8]));
        SettableClock clock = new SettableClock(Instant.EPOCH);
        Hold hold = new Hold();
        List<Job> jobs = Stream.concat(
                        Roster.of(mysql, Integer.parseInt(args[9]), clock, STREAM_BEHIND).stream(),
                        Timesheets.jobs(mysql, Integer.parseInt(args[10]), args[0], clock).stream())
                .<Job>map(job -> new Judged(job, LOCK, args[0], hold))
                .toList();
        JobsDatabase database = Effects.database(mysql, SILENT_AT_MOST);
        AtomicInteger fromMysql = new AtomicInteger();
        WatchedLocks locks =
                new WatchedLocks(TestLocks.ofTheRole(args[6], Integer.parseInt(args[7]), database, fromMysql), clock);
        MeterRegistry meters = new SimpleMeterRegistry();
        int looks = 0;
        try (Jobs all = new Jobs(
                        jobs,
                        new JobModes(name -> "on"),
                        args[0],
                        database,
                        locks,
                        NO_WISHES,
                        new JobMeters(meters),
                        report -> {},
                        clock);
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                String[] words = line.split(" ");
                switch (words[0]) {
                    case "at" -> {
                        clock.set(Instant.parse(words[1]).plus(offset));
                        all.tick();
                        looks++;
                    }
                    case "hold" -> hold.ask(words[1], Hold.Place.valueOf(words[2]));
                    case "go" -> hold.release();
                    default -> throw new IllegalArgumentException(line);
                }
                answers.println(new Told(
                                looks,
                                locks.busyMinutes(hold.held()),
                                hold.held(),
                                locks.underWay(),
                                ended(meters, hold.last(), RunOutcome.ABANDONED),
                                ended(meters, hold.last(), RunOutcome.FAILED),
                                fromMysql.get())
                        .line());
                answers.flush();
            }
        }
    }

    private static int ended(MeterRegistry meters, String job, RunOutcome outcome) {
        return (int) meters.find("hub.job.runs").tag("job", job).tag("outcome", outcome.word()).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
