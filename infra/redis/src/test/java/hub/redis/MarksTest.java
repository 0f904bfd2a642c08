package hub.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarksTest {

    @Test
    void namesTheBoards() {
        Marks marks =
                Marks.parse(Map.of("announced", "12", "drift:items", "9 items:all", "overflow:hours", "9 hours:all"));

        assertThat(marks).isEqualTo(new Marks(null, Set.of("items"), Set.of("hours")));
        assertThat(marks.sound("items")).isFalse();
        assertThat(marks.sound("hours")).isFalse();
        assertThat(marks.sound("names")).isTrue();
    }

    @Test
    void aCommitCutOffIsDamage() {
        Marks marks = Marks.parse(Map.of("writing", "12"));

        assertThat(marks.damaged()).isEqualTo("commit 12 was cut off while it was writing");
        assertThat(marks.sound("names")).isFalse();
    }
}
