package hub.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.mysql.MysqlPools;
import hub.mysql.MysqlSettings;
import hub.projections.change.Canary;
import hub.scheduler.run.JobsDatabase;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What the canary promises on every pair of servers. */
abstract class CanaryContract {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private MysqlSettings schema = new MysqlSettings("unset", 1, "unset", "unset", "", hub.mysql.SslMode.PREFERRED);
    private ConnectionPool pool = MysqlPools.pool(schema, "unset", 1);

    abstract TestServers servers();

    @BeforeEach
    void connect() {
        schema = servers().freshSchema();
        pool = MysqlPools.pool(schema, "test", 4);
    }

    @AfterEach
    void disconnect() {
        pool.dispose();
    }

    @Test
    void whoMustNotWriteSeesTheNextButOne() throws InterruptedException {
        SeenCanaries unit = new SeenCanaries(new JobsDatabase(schema), WITHIN);
        write();
        AtomicLong seen = new AtomicLong();
        Thread waiting = Thread.ofVirtual().start(() -> seen.set(unit.next()));
        long written = 1;
        while (!waiting.join(Duration.ofMillis(20))) {
            written = write().n();
        }
        assertThat(seen.get()).isBetween(3L, written);
    }

    @Test
    void whereNobodyWritesACanaryNoneIsSeen() {
        SeenCanaries unit = new SeenCanaries(new JobsDatabase(schema), Duration.ofMillis(1));
        assertThatThrownBy(unit::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nobody has written the canary (hub_heartbeat)");
        assertThat(write().n()).as("it has written none itself").isEqualTo(1);
    }

    @Test
    void eachWriteCountsOneUpAndIsStampedInUtc() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Chicago"));
            Instant start = Instant.now();
            Canary first = write();
            Canary second = write();

            assertThat(first.n()).isEqualTo(1);
            assertThat(second.n()).isEqualTo(2);
            assertThat(second.writtenAt()).isAfter(first.writtenAt());
            // The same machine's clock, give or take a container's.
            assertThat(first.writtenAt())
                    .isBetween(start.minusSeconds(60), Instant.now().plusSeconds(60));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void writersAtTheSameTimeReadBackWhatEachWrote() {
        CanaryWriter one = new CanaryWriter(pool);
        CanaryWriter other = new CanaryWriter(pool);

        List<Long> numbers = Objects.requireNonNull(Flux.range(0, 60)
                .flatMap(i -> (i % 2 == 0 ? one : other).write(), 4)
                .map(Canary::n)
                .collectSortedList()
                .block(WITHIN));

        assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, 60).boxed().toList());
    }

    /** The whole role, twice, as two processes would run it. */
    @Test
    void twoProcessesTogetherWriteAboutOneASecond() throws InterruptedException {
        RecordingControlPlane here = new RecordingControlPlane();
        RecordingControlPlane there = new RecordingControlPlane();
        Instant start = Instant.now();
        try (var one = RoleContext.start(
                        schema, servers().redisHost(), servers().redisPort(), here);
                var other = RoleContext.start(
                        schema, servers().redisHost(), servers().redisPort(), there)) {
            Eventually.await(WITHIN, () -> here.canaries.size() + there.canaries.size() >= 4);
        }
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1_000.0;

        List<Long> numbers = LongStream.concat(numbers(here), numbers(there))
                .sorted()
                .boxed()
                .toList();
        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        assertThat(numbers.size()).as("canaries in " + seconds + " s").isLessThanOrEqualTo((int) (seconds / 0.8) + 1);
    }

    private static LongStream numbers(RecordingControlPlane control) {
        return control.canaries.stream().mapToLong(Canary::n);
    }

    private Canary write() {
        return Objects.requireNonNull(new CanaryWriter(pool).write().block(WITHIN));
    }
}
