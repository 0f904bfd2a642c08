package hub.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import hub.embedded.EmbeddedRedis;
import hub.mysql.MysqlPools;
import hub.mysql.MysqlSettings;
import hub.mysql.SslMode;
import hub.projections.change.Canary;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How the job takes it when a server is away. */
class CanaryJobIT {

    private static final Instant NOW = Instant.parse("2026-01-15T15:00:00Z");

    private static final Duration WITHIN = Duration.ofSeconds(60);

    private final RecordingControlPlane control = new RecordingControlPlane();

    @Test
    void onlyWhatIsCommittedIsAnnouncedAndTheStatusTellsTheRest() {
        ConnectionPool nowhere =
                MysqlPools.pool(new MysqlSettings("127.0.0.1", 1, "hub", "hub", "", SslMode.DISABLED), "nowhere", 1);
        try {
            CanaryJob job = job(nowhere);
            job.beat();

            assertThat(control.canaries).isEmpty();
            assertThat(job.status().last()).isNull();
            assertThat(job.status().failingSince()).isEqualTo(NOW);
            assertThat(job.status().cause()).contains("Connection refused");
        } finally {
            nowhere.dispose();
        }
    }

    @Test
    void aStoreThatComesBackIsToldTheNextCanary() {
        ConnectionPool pool = MysqlPools.pool(TestServers.embedded().freshSchema(), "test", 1);
        try {
            CanaryJob job = job(pool);
            control.away = true;
            job.beat();
            assertThat(job.status().cause()).isEqualTo("Redis is away");

            control.away = false;
            job.beat();
            assertThat(control.canaries).extracting(Canary::n).containsExactly(2L);
            assertThat(job.status()).isEqualTo(new CanaryStatus(control.canaries.getLast(), null, ""));
        } finally {
            pool.dispose();
        }
    }

    @Test
    void theRoleStartsWithoutRedisAndGoesOnWhenItIsBack() {
        MysqlSettings schema = TestServers.embedded().freshSchema();
        EmbeddedRedis redis = EmbeddedRedis.start();
        int port = redis.port();
        redis.close();
        try (var role = RoleContext.start(schema, redis.host(), port, control)) {
            try (EmbeddedRedis back = EmbeddedRedis.start(port)) {
                Eventually.await(WITHIN, () -> control.canaries.size() >= 2);
                assertThat(back.port()).isEqualTo(port);
            }
            int atOutage = control.canaries.size();
            try (EmbeddedRedis again = EmbeddedRedis.start(port)) {
                Eventually.await(WITHIN, () -> control.canaries.size() >= atOutage + 2);
                assertThat(again.port()).isEqualTo(port);
            }
            assertThat(role.getBean(CanaryJob.class).status().cause()).isEmpty();
        }
        assertThat(control.canaries).extracting(Canary::n).isSorted().doesNotHaveDuplicates();
    }

    private CanaryJob job(ConnectionPool pool) {
        return new CanaryJob(new CanaryWriter(pool), control, () -> NOW);
    }
}
