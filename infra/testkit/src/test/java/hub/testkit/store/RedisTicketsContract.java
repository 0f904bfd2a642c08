package hub.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import hub.redis.RedisConnections;
import hub.redis.Tickets;
import hub.testkit.servers.StoreServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A ticket is taken once, by whichever process is asked, and not for ever. */
abstract class RedisTicketsContract {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final RedisUnderTest server;
    private final RedisConnections one;
    private final RedisConnections another;

    RedisTicketsContract(StoreServer address) {
        server = new RedisUnderTest(address);
        one = RedisUnderTest.connections(address, Duration.ofSeconds(10));
        another = RedisUnderTest.connections(address, Duration.ofSeconds(10));
    }

    @AfterEach
    void disconnect() {
        one.close();
        another.close();
        server.close();
    }

    @Test
    void isTakenOnceThoughManyTryAtOnce() {
        Tickets here = new Tickets(one);
        Tickets there = new Tickets(another);
        here.keep("digest", "dashboard read", LONG).block();
        assertThat(Flux.range(0, 100)
                        .flatMap(i -> (i % 2 == 0 ? here : there).take("digest"), 100)
                        .collectList()
                        .block())
                .containsExactly("dashboard read");
        assertThat(here.take("never kept").blockOptional()).isEmpty();
    }

    @Test
    void isForgottenWhenItsTimeIsOver() {
        Tickets tickets = new Tickets(one);
        tickets.keep("digest", "dashboard read", LONG).block();
        assertThat(server.redis.pttl("hub:ticket:digest")).isBetween(LONG.toMillis() - 20_000, LONG.toMillis());
    }
}
