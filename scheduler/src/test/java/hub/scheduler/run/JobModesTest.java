package hub.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobModesTest {

    private final Map<String, String> settings = new HashMap<>();
    private final JobModes modes = new JobModes(settings::get);
    private final Job evening = new TestJob(TestJob.EVENING, "a");

    @Test
    void aJobIsOffUntilASettingSaysOtherwise() {
        assertThat(modes.of(evening)).isEqualTo(Mode.OFF);
        settings.put("hub.jobs.evening", " ");
        assertThat(modes.of(evening)).isEqualTo(Mode.OFF);
    }

    @ParameterizedTest
    @CsvSource({"off, OFF", "shadow, SHADOW", "' on ', ON"})
    void theSettingOfItsNameDecides(String word, Mode mode) {
        settings.put("hub.jobs.evening", word);
        settings.put("hub.jobs.often", "shadow");
        assertThat(modes.of(evening)).isEqualTo(mode);
    }

    @Test
    void anotherWordIsRefusedByName() {
        settings.put("hub.jobs.evening", "yes");
        assertThatThrownBy(() -> modes.of(evening))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hub.jobs.evening must be off, shadow, on, not \"yes\"");
    }
}
