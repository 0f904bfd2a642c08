package hub.scheduler.run;

import hub.mysql.MysqlSettings;
import hub.scheduler.Stock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes one run of a job as its runner would, without the ledger. */
public final class Effects {

    private Effects() {}

    /** @return what the job says it did, or with {@link Mode#SHADOW}, would do */
    public static String of(Job job, Instant due, Stock stock, Mode mode) {
        return of(job, due, due.plusSeconds(300), stock, mode);
    }

    /** Made at {@code now}. */
    public static String of(Job job, Instant due, Instant now, Stock stock, Mode mode) {
        try (Connection connection = stock.connect();
                Connection writer = stock.connect()) {
            if (mode == Mode.SHADOW) {
                beInTheWay(writer);
            }
            connection.createStatement().execute("SET SESSION innodb_lock_wait_timeout = 1");
            Run run = new Run(job.plan().name(), "test", due, job.plan().date(due), Run.Cause.SCHEDULE, mode);
            Effect effect = job.prepare(run);
            connection.setAutoCommit(false);
            JobTransaction transaction = new JobTransaction(connection, "0-1-1", now);
            String summary = mode == Mode.ON ? effect.write(transaction) : effect.compare(transaction);
            connection.commit();
            return summary;
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the runner of a job that is on, and was at work until {@code last}, makes at {@code now}. */
    public static List<Instant> pending(Job job, Instant last, Instant now) {
        return Pending.of(job.plan(), Mode.ON, last, now, Set.of()).runs().stream()
                .map(Run::dueAt)
                .toList();
    }

    /** A database whose silent sessions end sooner than the product's: those of a process that is stopped. */
    public static JobsDatabase database(MysqlSettings settings, Duration silentAtMost) {
        return new JobsDatabase(settings, silentAtMost);
    }

    /** Whoever writes scores or alerts just now is not waited for by a shadow, nor waits for one. */
    private static void beInTheWay(Connection writer) throws SQLException {
        writer.setAutoCommit(false);
        for (String table : List.of("daily_scores", "hub_alerts")) {
            writer.createStatement().executeQuery("SELECT * FROM " + table + " FOR UPDATE");
        }
    }

    /** Notes a success in the ledger. */
    public static void succeeded(Stock stock, String job, Instant due) {
        stock.run(
                "INSERT INTO hub_job_runs (job, run_key, due_at, score_date, cause, attempt, instance, started_at,"
                        + " ended_at, outcome) VALUES (?, ?, ?, '2026-01-01', 'schedule', 1, 'test', ?, ?, 'succeeded')",
                job,
                due.toString(),
                due,
                due,
                due);
    }
}
