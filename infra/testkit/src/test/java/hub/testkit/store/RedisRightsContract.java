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

import hub.projections.change.Canary;
import hub.projections.operations.OperatorRequest;
import hub.projections.store.CommitOutcome;
import hub.projections.store.Pointer;
import hub.projections.store.StoreUnavailable;
import hub.redis.BoardReader;
import hub.redis.RedisConnections;
import hub.redis.RedisControlPlane;
import hub.redis.RedisPreflight;
import hub.redis.RedisStore;
import hub.redis.StoreSignal;
import hub.testkit.servers.StoreServer;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;

/** The service gets by with few rights: a writer that cannot configure the server, a reader that cannot write. */
abstract class RedisRightsContract {

    private static final String WRITER =
            "+ping +hello +info +subscribe +evalsha +script|load +scan +type +exists +get +set +del +unlink"
                    + " +hget +hmget +hgetall +hkeys +hset +hsetnx +hdel +hincrby +lrange +rpush +lpop"
                    + " +sadd +srem +smembers +pexpire +publish";
    static final String READER = "+ping +hello +subscribe +evalsha +script|load +get +hget +hgetall +smembers";
    private static final String PASSWORD = "only-for-tests";

    private final StoreServer address;
    private final RedisUnderTest server;

    RedisRightsContract(StoreServer address) {
        this.address = address;
        server = new RedisUnderTest(address);
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Test
    void aWriterNeedsNoRightToConfigure() {
        try (RedisConnections connections = as("writer", WRITER);
                RedisStore store = new RedisStore(connections);
                RedisControlPlane control = new RedisControlPlane(connections)) {
            assertThat(new RedisPreflight(connections).run())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.seen()).contains("cannot be read"));
            store.commit(G1, commit(null, first(), add(MONDAY, "7", 1)));
            assertThat(store.commit(G1, commit(first(), after(first()), add(MONDAY, "7", 1))))
                    .isEqualTo(new CommitOutcome.Applied());
            assertThat(store.movePointer(Pointer.NONE, new Pointer(G1, null))).isTrue();
            assertThat(control.holdIngestLease("a", Duration.ofMinutes(1))).isTrue();
            control.ask(OperatorRequest.REBUILD);
            assertThat(control.takeRequest()).contains(OperatorRequest.REBUILD);
            control.canaryWritten(new Canary(1, Instant.EPOCH));
            assertThat(store.partitions(G1)).containsExactly(MONDAY);
            store.discard(G1);
            assertThat(store.generations()).isEmpty();
        }
    }

    @Test
    void aReaderReadsAndCannotWrite() {
        server.store.commit(G1, commit(null, first(), add(MONDAY, "7", 1)));
        try (RedisConnections connections = as("reader", READER);
                RedisStore store = new RedisStore(connections)) {
            BoardReader reader = new BoardReader(connections);
            assertThat(reader.signals().blockFirst(Duration.ofSeconds(10))).isEqualTo(new StoreSignal.Resubscribed());
            assertThat(answer(reader.read(G1, List.of(MONDAY))).changed()).hasSize(1);
            assertThat(answer(reader.pulse()).pointer()).isEqualTo(Pointer.NONE);

            assertThatThrownBy(() -> store.commit(G1, commit(first(), after(first()), add(MONDAY, "7", 1))))
                    .isInstanceOf(StoreUnavailable.class);
            assertThatThrownBy(() -> store.movePointer(Pointer.NONE, new Pointer(G1, null)))
                    .isInstanceOf(StoreUnavailable.class);
        }
        assertThat(server.store.checkpoint(G1)).contains(first());
        assertThat(server.store.pointer()).isEqualTo(Pointer.NONE);
    }

    RedisConnections as(String user, String commands) {
        CommandArgs<String, String> args = new CommandArgs<>(StringCodec.UTF8)
                .add("SETUSER")
                .add(user)
                .add("reset")
                .add("on")
                .add(">" + PASSWORD)
                .add("resetchannels")
                .add("~hub:*")
                .add("&hub:*");
        for (String command : commands.split(" (?![^(]*\\))")) {
            args.add(command);
        }
        server.redis.dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), args);
        RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration(address.host(), address.port());
        configuration.setUsername(user);
        configuration.setPassword(PASSWORD);
        return RedisUnderTest.connections(configuration, Duration.ofSeconds(10));
    }
}
