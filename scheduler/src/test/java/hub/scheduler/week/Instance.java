package hub.scheduler.week;

import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.scheduler.TestLocks;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobMeters;
import hub.scheduler.run.JobModes;
import hub.scheduler.run.Jobs;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.ManualRuns;
import hub.scheduler.run.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One scheduler in a process of its own. Each line of its input is an instant; its clock then shows that, off by its
 * offset, and it looks what is due, as it would each second.
 */
public final class Instance {

    private static final Duration LOCK = Duration.ofSeconds(2);

    private static final ManualRuns NO_WISHES = new ManualRuns() {
        @Override
        public List<Wish> wishes() {
            return List.of();
        }

        @Override
        public void granted(Wish wish) {}
    };

    private Instance() {}

    /** @param args name, MySQL host, port, schema, user, password, Redis host, port, offset in minutes, SMTP port */
    public static void main(String[] args) throws IOException {
        MysqlSettings mysql =
                new MysqlSettings(args[1], Integer.parseInt(args[2]), args[3], args[4], args[5], SslMode.PREFERRED);
        Duration offset = Duration.ofMinutes(Long.parseLong(args[8]));
        SettableClock clock = new SettableClock(Instant.EPOCH);
        List<Job> jobs = Roster.of(mysql, Integer.parseInt(args[9]), clock).stream()
                .<Job>map(job -> new Judged(job, LOCK))
                .toList();
        try (Jobs all = new Jobs(
                        jobs,
                        new JobModes(name -> "on"),
                        args[0],
                        new JobsDatabase(mysql),
                        TestLocks.inRedis(args[6], Integer.parseInt(args[7])),
                        NO_WISHES,
                        new JobMeters(new SimpleMeterRegistry()),
                        report -> {},
                        clock);
                BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                clock.set(Instant.parse(line).plus(offset));
                all.tick();
            }
        }
    }
}
