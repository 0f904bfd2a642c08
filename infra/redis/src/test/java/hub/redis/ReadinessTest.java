package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void isReadAsItWasSaid() {
        Readiness failed = new Readiness("w1", 3, 0, "the store\tdoes not\nanswer");

        assertThat(failed.failure()).isEqualTo("the store does not answer");
        assertThat(Readiness.parse(failed.text())).isEqualTo(failed);
        assertThat(Readiness.parse(Readiness.UNASKED.text())).isEqualTo(Readiness.UNASKED);
    }

    @Test
    void nothingElseIsReadAsOne() {
        assertThatThrownBy(() -> Readiness.parse("hub\t1")).hasMessageContaining("no readiness");
        assertThatThrownBy(() -> new Readiness("a\tb", 1, 0, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
