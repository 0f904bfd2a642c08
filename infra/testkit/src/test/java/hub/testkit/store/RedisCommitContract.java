package hub.testkit.store;

import static hub.testkit.store.Commits.add;
import static hub.testkit.store.Commits.after;
import static hub.testkit.store.Commits.clearing;
import static hub.testkit.store.Commits.commit;
import static hub.testkit.store.Commits.first;
import static hub.testkit.store.Commits.put;
import static hub.testkit.store.RedisUnderTest.answer;
import static hub.testkit.store.Samples.G1;
import static hub.testkit.store.Samples.MONDAY;
import static hub.testkit.store.Samples.NAMES;
import static hub.testkit.store.Samples.ONE_ROW_OF_FIVE;
import static hub.testkit.store.Samples.TUESDAY;
import static hub.testkit.store.Samples.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.board.Tally;
import hub.projections.store.Checkpoint;
import hub.projections.store.Commit;
import hub.projections.store.CommitOutcome;
import hub.projections.store.StoreUnavailable;
import hub.redis.Marks;
import hub.redis.RedisConnections;
import hub.redis.RedisStore;
import hub.testkit.servers.StoreServer;
import io.lettuce.core.KillArgs;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a commit does when Redis is not as it should be. */
abstract class RedisCommitContract {

    private final StoreServer address;
    private final RedisUnderTest server;
    private final Checkpoint second = after(first());

    RedisCommitContract(StoreServer address) {
        this.address = address;
        server = new RedisUnderTest(address);
    }

    @BeforeEach
    void twoCommits() {
        server.store.commit(G1, commit(null, first()));
        server.store.commit(G1, commit(first(), second, add(MONDAY, "7", ONE_ROW_OF_FIVE), put(NAMES, "7", "=Ana")));
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Test
    void survivesAScriptFlush() {
        server.redis.scriptFlush();

        assertThat(server.store.commit(G1, commit(second, after(second), add(MONDAY, "7", ONE_ROW_OF_FIVE))))
                .isEqualTo(new CommitOutcome.Applied());
        assertThat(server.store.fields(G1, MONDAY)).isEqualTo(Map.of("7", Long.toString(2 * ONE_ROW_OF_FIVE)));
    }

    @Test
    void aPartitionOfTheWrongTypeStopsTheCommitBeforeItsFirstWrite() {
        server.redis.del(key(NAMES));
        server.redis.set(key(NAMES), "not a hash");
        Commit three = commit(second, after(second), add(MONDAY, "7", 1), put(NAMES, "8", "=Bo"), add(TUESDAY, "7", 1));

        assertThat(server.store.commit(G1, three))
                .isEqualTo(new CommitOutcome.Damaged(key(NAMES) + " is a string, not a hash"));

        assertThat(server.store.fields(G1, MONDAY)).isEqualTo(Map.of("7", Long.toString(ONE_ROW_OF_FIVE)));
        assertThat(server.store.fields(G1, TUESDAY)).isEmpty();
        assertThat(server.store.checkpoint(G1)).contains(second);
        assertThat(marks().damaged()).contains("is a string, not a hash");
        assertThat(server.store.commit(G1, commit(second, after(second)))).isInstanceOf(CommitOutcome.Damaged.class);
    }

    @Test
    void aCheckpointOfTheWrongTypeIsDamage() {
        server.redis.del("hub:{g1}:checkpoint");
        server.redis.lpush("hub:{g1}:checkpoint", "x");

        assertThat(server.store.commit(G1, commit(second, after(second), add(MONDAY, "7", 1))))
                .isEqualTo(new CommitOutcome.Damaged("hub:{g1}:checkpoint is a list, not a string"));
        assertThat(server.store.fields(G1, MONDAY)).isEqualTo(Map.of("7", Long.toString(ONE_ROW_OF_FIVE)));
    }

    @Test
    void aFailureAmongTheWritesDamagesTheGeneration() {
        server.redis.hset(key(TUESDAY), "7", "not a number");

        assertThat(server.store.commit(G1, commit(second, after(second), add(MONDAY, "8", 1), add(TUESDAY, "7", 1))))
                .isInstanceOfSatisfying(
                        CommitOutcome.Damaged.class,
                        damaged -> assertThat(damaged.reason()).contains("not an integer"));
        assertThat(server.store.checkpoint(G1)).contains(second);
        assertThat(marks().damaged()).contains("not an integer");
        assertThat(marks().sound("items")).isFalse();
    }

    @Test
    void aNegativeRowCountMarksTheBoardUntilItIsCleared() {
        Checkpoint third = after(second);
        server.store.commit(G1, commit(second, third, add(TUESDAY, "9", new Tally(-1, 4).packed())));
        assertThat(marks()).isEqualTo(new Marks(null, Set.of("items"), Set.of()));
        assertThat(marks().sound("items")).isFalse();
        assertThat(marks().sound("names")).isTrue();

        server.store.commit(G1, clearing(third, after(third), "items"));
        assertThat(marks()).isEqualTo(Marks.NONE);
    }

    @Test
    void whatIsBeyondItsBoundsMarksTheBoardInOldAndNewPartitions() {
        Checkpoint third = after(second);
        server.store.commit(G1, commit(second, third, add(MONDAY, "7", -2 * ONE_ROW_OF_FIVE)));
        assertThat(marks()).isEqualTo(new Marks(null, Set.of("items"), Set.of()));

        server.store.commit(G1, commit(third, after(third), add(TUESDAY, "9", new Tally(3, Tally.MAX_ITEMS).packed())));
        assertThat(marks()).isEqualTo(new Marks(null, Set.of("items"), Set.of("items")));
    }

    @Test
    void itemsBeyondTheBoundMarkTheBoard() {
        Checkpoint third = after(second);
        server.store.commit(G1, commit(second, third, add(TUESDAY, "9", new Tally(3, Tally.MAX_ITEMS - 1).packed())));
        assertThat(marks()).isEqualTo(Marks.NONE);

        server.store.commit(G1, commit(third, after(third), add(TUESDAY, "9", 1)));
        assertThat(marks()).isEqualTo(new Marks(null, Set.of(), Set.of("items")));
    }

    @Test
    void negativeItemsOfPositiveRowsAreInOrder() {
        server.store.commit(
                G1,
                commit(
                        second,
                        after(second),
                        add(TUESDAY, "9", new Tally(1, -1).packed()),
                        add(MONDAY, "9", new Tally(5, 1 - Tally.MAX_ITEMS).packed())));

        assertThat(marks()).isEqualTo(Marks.NONE);
    }

    @Test
    void manyIncrementsOfOnePartitionLeaveNothingElseBehind() {
        Map<String, Long> many = new HashMap<>();
        Map<String, Long> retracted = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            many.put("entry-" + i, ONE_ROW_OF_FIVE);
            retracted.put("entry-" + i, -ONE_ROW_OF_FIVE);
        }
        Checkpoint third = after(second);
        server.store.commit(G1, commit(second, third, add(TUESDAY, many)));
        assertThat(server.store.fields(G1, TUESDAY))
                .hasSize(300)
                .allSatisfy((entry, packed) -> assertThat(packed).isEqualTo(Long.toString(ONE_ROW_OF_FIVE)));

        server.store.commit(G1, commit(third, after(third), add(TUESDAY, retracted)));
        assertThat(server.redis.exists(key(TUESDAY))).isZero();
    }

    @Test
    void aFullRedisRefusesTheWholeCommitAndTakesItLater() {
        Commit three = commit(second, after(second), add(MONDAY, "7", ONE_ROW_OF_FIVE), put(NAMES, "8", "=Bo"));
        server.redis.configSet("maxmemory", "1");
        try {
            assertThatThrownBy(() -> server.store.commit(G1, three))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("maxmemory");
            assertThat(server.store.checkpoint(G1)).contains(second);
            assertThat(server.store.fields(G1, MONDAY)).isEqualTo(Map.of("7", Long.toString(ONE_ROW_OF_FIVE)));
        } finally {
            server.redis.configSet("maxmemory", "0");
        }
        assertThat(server.store.commit(G1, three)).isEqualTo(new CommitOutcome.Applied());
        assertThat(server.store.fields(G1, MONDAY)).isEqualTo(Map.of("7", Long.toString(2 * ONE_ROW_OF_FIVE)));
    }

    @Test
    void aCommitWhoseReplyWasLostIsRecognised() {
        Commit three = commit(second, after(second), add(MONDAY, "7", ONE_ROW_OF_FIVE));
        try (LossyProxy proxy = new LossyProxy(address);
                RedisConnections connections = RedisUnderTest.connections(proxy.address(), Duration.ofSeconds(1));
                RedisStore store = new RedisStore(connections)) {
            until(() -> store.checkpoint(G1).isPresent());
            proxy.swallowReplies(true);
            assertThatThrownBy(() -> store.commit(G1, three)).isInstanceOf(StoreUnavailable.class);
            until(() -> server.store.checkpoint(G1).equals(Optional.of(three.next())));

            proxy.swallowReplies(false);
            until(() -> store.commit(G1, three).equals(new CommitOutcome.AlreadyApplied()));
        }
        assertThat(server.store.fields(G1, MONDAY)).isEqualTo(Map.of("7", Long.toString(2 * ONE_ROW_OF_FIVE)));
    }

    @Test
    void aBrokenConnectionIsReplaced() {
        server.redis.clientKill(KillArgs.Builder.typeNormal().skipme());

        Commit three = commit(second, after(second), add(MONDAY, "7", 1));
        until(() -> !(server.store.commit(G1, three) instanceof CommitOutcome.Refused));
        assertThat(server.store.fields(G1, MONDAY)).isEqualTo(Map.of("7", Long.toString(ONE_ROW_OF_FIVE + 1)));
    }

    @Test
    void anInterruptedDiscardKeepsWritersOutAndCanBeRepeated() {
        server.redis.hset("hub:{g1}:marks", "damaged", "being discarded");
        server.redis.del("hub:{g1}:checkpoint", "hub:{g1}:touch");

        assertThat(server.store.commit(G1, commit(null, first())))
                .isEqualTo(new CommitOutcome.Damaged("being discarded"));
        assertThat(server.store.generations()).containsExactly(G1);

        server.store.discard(G1);
        assertThat(server.redis.keys("*")).isEmpty();
    }

    @Test
    void remainsOfALostCheckpointAreNotTakenForAFreshGeneration() {
        server.redis.del("hub:{g1}:checkpoint");

        assertThat(server.store.commit(G1, commit(null, first())))
                .isEqualTo(new CommitOutcome.Damaged("remains of an earlier fill without a checkpoint"));
    }

    private static void until(BooleanSupplier answered) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(deadline)) {
            try {
                if (answered.getAsBoolean()) {
                    return;
                }
            } catch (StoreUnavailable e) {
                // The connection was found broken, or slow; the next attempt opens another.
            }
        }
        throw new AssertionError("never answered");
    }

    private Marks marks() {
        return answer(server.reader.read(G1, List.of())).marks();
    }
}
