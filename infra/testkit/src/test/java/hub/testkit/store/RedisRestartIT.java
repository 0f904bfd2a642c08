package hub.testkit.store;

import static hub.testkit.store.Commits.add;
import static hub.testkit.store.Commits.after;
import static hub.testkit.store.Commits.commit;
import static hub.testkit.store.Commits.first;
import static hub.testkit.store.RedisUnderTest.answer;
import static hub.testkit.store.Samples.G1;
import static hub.testkit.store.Samples.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.embedded.EmbeddedRedis;
import hub.projections.store.CommitOutcome;
import hub.projections.store.StoreUnavailable;
import hub.redis.GenerationGone;
import hub.redis.RedisFinding.Severity;
import hub.testkit.servers.StoreServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The server goes away and comes back without its data. */
class RedisRestartIT {

    @Test
    void failsWhileRedisIsAwayAndRefusesWhenItCameBackEmpty() {
        EmbeddedRedis before = EmbeddedRedis.start();
        int port = before.port();
        try (RedisUnderTest server = new RedisUnderTest(new StoreServer(before.host(), port))) {
            server.store.commit(G1, commit(null, first(), add(MONDAY, "7", 1)));
            assertThat(answer(server.reader.read(G1, List.of(MONDAY))).changed())
                    .hasSize(1);
            before.close();

            assertThatThrownBy(() -> server.store.commit(G1, commit(first(), after(first()))))
                    .isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> server.store.pointer()).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> server.control.takeRequest()).isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> answer(server.reader.read(G1, List.of(MONDAY))))
                    .isInstanceOf(StoreUnavailable.class);
            assertThat(server.preflight.run())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.AWAY));

            try (EmbeddedRedis again = EmbeddedRedis.start(port)) {
                server.awaitResubscribed();
                assertThat(again.port()).isEqualTo(port);
                assertThatThrownBy(() -> answer(server.reader.read(G1, List.of(MONDAY))))
                        .isInstanceOf(GenerationGone.class);
                assertThat(server.store.commit(G1, commit(first(), after(first()), add(MONDAY, "7", 1))))
                        .isEqualTo(new CommitOutcome.Refused(null));
                assertThat(server.store.commit(G1, commit(null, first()))).isEqualTo(new CommitOutcome.Applied());
            }
        } finally {
            before.close();
        }
    }
}
