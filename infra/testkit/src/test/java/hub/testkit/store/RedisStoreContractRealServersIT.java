package hub.testkit.store;

import static hub.testkit.store.Samples.G1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.store.Pointer;
import hub.projections.store.StoreUnavailable;
import hub.redis.Readiness;
import hub.redis.RedisConnections;
import hub.redis.RedisStore;
import hub.redis.ServingProcesses;
import hub.redis.Tickets;
import hub.testkit.servers.RequiresRealServers;
import hub.testkit.servers.Servers;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Everything that talks to Redis, on a real Redis 8. */
@RequiresRealServers
class RedisStoreContractRealServersIT {

    @Nested
    class Store extends RedisStoreContract {
        Store() {
            super(Servers.real().store());
        }
    }

    @Nested
    class CommitScript extends RedisCommitContract {
        CommitScript() {
            super(Servers.real().store());
        }
    }

    @Nested
    class Reader extends RedisReaderContract {
        Reader() {
            super(Servers.real().store());
        }
    }

    @Nested
    class ControlPlane extends RedisControlPlaneContract {
        ControlPlane() {
            super(Servers.real().store());
        }
    }

    @Nested
    class Rights extends RedisRightsContract {
        Rights() {
            super(Servers.real().store());
        }

        /** A selector needs Redis 7. */
        @Test
        void aReaderMakesAndTakesTicketsSaysThatItServesAndStillWritesNothingElse() {
            try (RedisConnections connections =
                            as("reader", READER + " (+set +getdel ~hub:ticket:*) (+set ~hub:reader:*)");
                    RedisStore store = new RedisStore(connections)) {
                Tickets tickets = new Tickets(connections);
                tickets.keep("digest", "dashboard read", Duration.ofSeconds(30)).block();
                assertThat(tickets.take("digest").block()).isEqualTo("dashboard read");
                new ServingProcesses(connections)
                        .say("reader", Readiness.UNASKED, Duration.ofSeconds(30))
                        .block();
                assertThatThrownBy(() -> store.movePointer(Pointer.NONE, new Pointer(G1, null)))
                        .isInstanceOf(StoreUnavailable.class);
            }
        }
    }

    @Nested
    class OneTimeTickets extends RedisTicketsContract {
        OneTimeTickets() {
            super(Servers.real().store());
        }
    }

    @Nested
    class WhoServes extends RedisServingProcessesContract {
        WhoServes() {
            super(Servers.real().store());
        }
    }
}
