package hub.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

    /** Whoever changes what is stored must notice: a new digest makes every installation build a new generation. */
    @Test
    void theDigestIsPinned() {
        assertThat(Catalog.DIGEST).isEqualTo("ad332c67e36d7805");
    }

    @Test
    void leavingAModelOutChangesIt() {
        assertThat(Digest.of(Catalog.MODELS.subList(1, Catalog.MODELS.size()))).isNotEqualTo(Catalog.DIGEST);
    }

    @Test
    void theOrderOfModelsDoesNot() {
        assertThat(Digest.of(List.copyOf(Catalog.MODELS.reversed()))).isEqualTo(Catalog.DIGEST);
    }

    @Test
    void everyModelIsListedOnceAndFeedsItsOwnBoard() {
        assertThat(Catalog.boards()).doesNotHaveDuplicates().hasSize(Catalog.MODELS.size());
    }
}
