package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.board.Horizon;
import hub.projections.store.Checkpoint;
import hub.projections.store.Generation;
import org.junit.jupiter.api.Test;

class LineagesTest {

    private static final Generation G1 = new Generation(1);
    private static final Checkpoint FIRST = Checkpoint.filling("server-1", Horizon.UNLIMITED, "digest");
    private static final Checkpoint SECOND = FIRST.insideTransaction("r").withSequence(2);

    private final Lineages lineages = new Lineages();

    @Test
    void aChainKeepsItsName() {
        String name = lineages.of(G1, null);
        lineages.reached(G1, FIRST);
        assertThat(lineages.of(G1, FIRST)).isEqualTo(name);
        lineages.reached(G1, SECOND);
        assertThat(lineages.of(G1, SECOND)).isEqualTo(name);
    }

    @Test
    void aRepeatedCommitKeepsItsName() {
        lineages.of(G1, null);
        lineages.reached(G1, FIRST);
        assertThat(lineages.of(G1, FIRST)).isEqualTo(lineages.of(G1, FIRST));
    }

    @Test
    void goingBackStartsAnotherChain() {
        String name = lineages.of(G1, null);
        lineages.reached(G1, FIRST);
        lineages.reached(G1, SECOND);

        assertThat(lineages.of(G1, FIRST)).isNotEqualTo(name);
    }

    @Test
    void anotherWriterIsAnotherChain() {
        assertThat(new Lineages().of(G1, FIRST)).isNotEqualTo(lineages.of(G1, FIRST));
    }
}
