package hub.connecteam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class ReadingTest {

    private static final Instant IN = Instant.ofEpochSecond(1_768_485_600); // 2026-01-15T14:00:00Z

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"start\":{\"timestamp\":1768485600}}",
                "{\"start\":{\"timestamp\":1768485600},\"end\":null}",
                "{\"start\":{\"timestamp\":1768485600},\"end\":{}}",
                "{\"start\":{\"timestamp\":1768485600},\"end\":{\"timestamp\":null}}"
            })
    void aShiftWithoutAnEndIsOpen(String shift) {
        assertThat(read(shift).records()).containsExactly(new WorkedShift("7", new Shift(IN, null)));
    }

    @Test
    void aShiftOfNoLengthIsOne() {
        assertThat(read("{\"start\":{\"timestamp\":1768485600},\"end\":{\"timestamp\":1768485600}}")
                        .records())
                .containsExactly(new WorkedShift("7", new Shift(IN, IN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"end\":{\"timestamp\":1768485600}}",
                "{\"start\":null,\"end\":{\"timestamp\":1768485600}}",
                "{\"start\":{\"timestamp\":\"1768485600\"}}",
                "{\"start\":{\"timestamp\":1768485600.5}}",
                "{\"start\":{\"timestamp\":0}}",
                "{\"start\":{\"timestamp\":1768485600000}}",
                "{\"start\":{\"timestamp\":1768485600},\"end\":{\"timestamp\":1768485599}}",
                "{\"start\":{\"timestamp\":1768485600},\"end\":{\"timestamp\":\"soon\"}}",
                "7"
            })
    void aShiftThatSaysTooLittleIsSkipped(String shift) {
        Understood<WorkedShift> read = read(shift);

        assertThat(read.records()).isEmpty();
        assertThat(read.skipped()).isEqualTo(1);
    }

    @Test
    void breaksAndTimeOffAreNoShifts() {
        String answer = "{\"data\":{\"timeActivitiesByUsers\":[{\"userId\":7,\"shifts\":[],"
                + "\"manualBreaks\":[{\"start\":{\"timestamp\":1768485600}}],\"timeOffs\":[{}]}]}}";

        assertThat(Reading.shifts(JsonMapper.shared().readTree(answer)).records())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7,7", "'\"7\"',7", "12345678901234,12345678901234"})
    void anIdIsTextWhateverItIsInJson(String json, String id) {
        String answer =
                "{\"data\":{\"users\":[{\"userId\":" + json + ",\"firstName\":\" Ada \",\"lastName\":\"Abara\"}]}}";

        assertThat(Reading.users(JsonMapper.shared().readTree(answer)).records())
                .containsExactly(new User(id, "Ada Abara", null, false));
    }

    private static Understood<WorkedShift> read(String shift) {
        return Reading.shifts(JsonMapper.shared()
                .readTree("{\"data\":{\"timeActivitiesByUsers\":[{\"userId\":7,\"shifts\":[" + shift + "]}]}}"));
    }
}
