package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.store.Generation;
import org.junit.jupiter.api.Test;

/** Stored data outlives a release, so the names of its keys are pinned. */
class KeyspaceTest {

    private final Keyspace keys = Keyspace.of(new Generation(7));

    @Test
    void putsAGenerationUnderOneHashTag() {
        assertThat(keys.checkpoint()).isEqualTo("hub:{g7}:checkpoint");
        assertThat(keys.touch()).isEqualTo("hub:{g7}:touch");
        assertThat(keys.marks()).isEqualTo("hub:{g7}:marks");
        assertThat(keys.history()).isEqualTo("hub:{g7}:history");
        assertThat(keys.boards()).isEqualTo("hub:{g7}:boards");
        assertThat(keys.partition(new PartitionId("names", Partition.ALL))).isEqualTo("hub:{g7}:b:names:all");
        assertThat(keys.pattern()).isEqualTo("hub:{g7}:*");
    }

    @Test
    void givesScriptsTheSameNames() {
        assertThat(Keyspace.CHECKPOINT_PATTERN.formatted(7)).isEqualTo(keys.checkpoint());
        assertThat(Keyspace.MARKS_PATTERN.formatted(7)).isEqualTo(keys.marks());
        assertThat(Keyspace.BOARDS_PATTERN.formatted(7)).isEqualTo(keys.boards());
        assertThat(Keyspace.STATUS_PATTERN.formatted(7)).isEqualTo(Keyspace.status(new Generation(7)));
    }
}
