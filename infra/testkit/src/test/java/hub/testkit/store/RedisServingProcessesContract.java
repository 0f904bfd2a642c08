package hub.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import hub.redis.Readiness;
import hub.redis.RedisConnections;
import hub.redis.ServingProcesses;
import hub.testkit.servers.StoreServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who serves is known for as long as it says so, and hears what is wished. */
abstract class RedisServingProcessesContract {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final RedisUnderTest server;
    private final RedisConnections connections;
    private final ServingProcesses unit;

    RedisServingProcessesContract(StoreServer address) {
        server = new RedisUnderTest(address);
        connections = RedisUnderTest.connections(address, Duration.ofSeconds(10));
        unit = new ServingProcesses(connections);
    }

    @AfterEach
    void disconnect() {
        unit.close();
        connections.close();
        server.close();
    }

    @Test
    void knowsWhoServesAndWhatEachSaid() {
        assertThat(unit.present()).isEmpty();
        assertThat(unit.say("1@one", Readiness.UNASKED, LONG).blockOptional()).isEmpty();
        unit.ask("w1", LONG);
        assertThat(unit.say("2@two", Readiness.UNASKED, LONG).block()).isEqualTo("w1");
        Readiness ready = new Readiness("w1", 4, 20, "");
        unit.say("1@one", ready, LONG).block();

        assertThat(unit.present()).isEqualTo(Map.of("1@one", ready, "2@two", Readiness.UNASKED));
    }

    @Test
    void whoFallsSilentIsForgotten() {
        unit.say("1@one", Readiness.UNASKED, LONG).block();
        assertThat(server.redis.pttl("hub:reader:1@one")).isBetween(LONG.toMillis() - 20_000, LONG.toMillis());
        server.redis.del("hub:reader:1@one");
        assertThat(unit.present()).isEmpty();
    }
}
