package hub.scheduler.copy;

import static org.assertj.core.api.Assertions.assertThat;

import hub.scheduler.Stock;
import hub.scheduler.TestServers;
import hub.scheduler.run.Effects;
import hub.scheduler.run.Job;
import hub.scheduler.run.JobsDatabase;
import hub.scheduler.run.Mode;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Since when shifts are asked for, by what the ledger says, on every server. */
abstract class ConnecteamShiftsContract {

    private static final String NAME = "connecteam-shifts";
    /** A Thursday, 12:00 in Chicago. */
    private static final Instant NOON = Instant.parse("2026-01-15T18:00:00Z");

    private final List<Instant> asked = new ArrayList<>();
    private Stock stock =
            new Stock(new hub.mysql.MysqlSettings("unset", 1, "unset", "unset", "", hub.mysql.SslMode.PREFERRED));

    abstract TestServers servers();

    @BeforeEach
    void fill() {
        stock = Stock.with(servers().freshWarehouse(), 1);
    }

    @Test
    void afterASuccessItIsSinceThatOne() {
        Effects.succeeded(stock, NAME, NOON.minus(Duration.ofMinutes(20)));
        Effects.succeeded(stock, NAME, NOON.minus(Duration.ofMinutes(5)));

        assertThat(run(NOON, Mode.ON)).isEqualTo("copied");
        assertThat(asked).containsExactly(NOON.minus(Duration.ofMinutes(5)));
    }

    /** Failures and whatever a shadow saw copied nothing. */
    @Test
    void anAbsenceIsCoveredFromTheLastSuccessOn() {
        Instant last = NOON.minus(Duration.ofDays(20));
        Effects.succeeded(stock, NAME, last);
        Effects.succeeded(stock, NAME, NOON.minus(Duration.ofMinutes(10)));
        stock.run("UPDATE hub_job_runs SET outcome = 'failed' WHERE due_at > ?", last);
        Effects.succeeded(stock, NAME, NOON.minus(Duration.ofMinutes(5)));
        stock.run(
                "UPDATE hub_job_runs SET run_key = CONCAT('shadow ', run_key) WHERE due_at = ?",
                NOON.minus(Duration.ofMinutes(5)));

        assertThat(run(NOON, Mode.ON)).isEqualTo("copied; with late corrections");
        assertThat(run(NOON, Mode.SHADOW)).isEqualTo("compared");
        assertThat(asked).containsExactly(last, NOON.minus(Duration.ofMinutes(5)));
    }

    @Test
    void aFirstRunLooksBackToWhenTheJobWasFirstOn() {
        Effects.succeeded(stock, NAME, NOON.minus(Duration.ofHours(2)));
        stock.run("UPDATE hub_job_runs SET run_key = 'begun on', outcome = 'begun'");

        run(NOON, Mode.ON);

        assertThat(asked).containsExactly(NOON.minus(Duration.ofHours(2)));
    }

    /** 03:00 in Chicago, an hour and a half before corrections are looked for. */
    @Test
    void onceANightAllDaysThatMayBeCorrectedAreAskedForAgain() {
        Instant night = Instant.parse("2026-01-15T09:00:00Z");
        Effects.succeeded(stock, NAME, night.minusSeconds(300));
        assertThat(run(night, Mode.ON)).isEqualTo("copied; with late corrections");

        Effects.succeeded(stock, NAME, night);
        assertThat(run(night.plusSeconds(300), Mode.ON)).isEqualTo("copied");
        assertThat(asked).containsExactly(Instant.parse("2026-01-01T06:00:00Z"), night);
    }

    private String run(Instant due, Mode mode) {
        Job job = ConnecteamJobs.of(
                        (since, now) -> {
                            assertThat(now).isEqualTo(due);
                            asked.add(since);
                            return new Nothing();
                        },
                        now -> new Nothing(),
                        14,
                        new JobsDatabase(stock.schema()),
                        () -> due)
                .getFirst();
        return Effects.of(job, due, stock, mode);
    }

    private record Nothing() implements Copy {

        @Override
        public String write(Connection connection) {
            return "copied";
        }

        @Override
        public String compare(Connection connection, Consumer<String> differences) {
            return "compared";
        }
    }
}
