package hub.projections.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    /** As Python's difflib, which the legacy used, has it: 'tide' and 'diet' differ in which one comes first. */
    @ParameterizedTest
    @CsvSource({
        "Carla Castillo, Carla Castilo, 1.0000",
        "Ann Lee, Lee Ann, 0.8286",
        "abcabc, bcabca, 0.8333",
        "Jo Li, Li Jo, 0.4000",
        "'  GRACE Gutierrez ', grace gutierez, 1.0000",
        "x, y, 0.0000",
        "'', '', 1.0000",
        "'', x, 0.0000",
        "Maria de la Cruz, Cruz Maria, 0.7846",
        "abxcd, cdxab, 0.4000",
        "Sam, Samuel Samson, 0.3750",
        "Ann Ann, Ann Ann Ann, 1.0000",
        "José, Jose, 0.7500",
        "aXbXc, abc, 0.7500",
        "tide, diet, 0.2500",
        "diet, tide, 0.5000",
        "E1, E2, 0.5000"
    })
    void namesAreAlike(String one, String other, String similarity) {
        assertThat(Similarity.of(one, other).round(4)).isEqualTo(similarity);
    }

    @Test
    void endlessNamesAreComparedByTheirBeginnings() {
        assertThat(Similarity.of("a".repeat(255), "a".repeat(64) + "b".repeat(191))
                        .round(2))
                .isEqualTo("1.00");
    }
}
