package hub.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {

    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final Parameter<Long> LIMIT = Parameter.integer("limit", -3, 200, "How many");

    private enum Period {
        DAILY,
        WEEKLY
    }

    private static <T> T read(Parameter<T> parameter, String... given) {
        Map<String, List<String>> texts = given.length == 0 ? Map.of() : Map.of(parameter.name(), List.of(given));
        return Arguments.parse(List.of(parameter), texts, NOW).get(parameter);
    }

    private static Problem refused(Parameter<?> parameter, String... given) {
        try {
            read(parameter, given);
        } catch (Refusal refusal) {
            return refusal.problem();
        }
        throw new AssertionError("not refused");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "200, 200", "-3, -3", "007, 7"})
    void wholeNumbersAreRead(String text, long value) {
        assertThat(read(LIMIT, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+1", "1.0", "1e2", " 1", "201", "-4", "٣", "0x1", "99999999999999999999", "--1"})
    void otherNumbersAreRefused(String text) {
        assertThat(refused(LIMIT, text).detail())
                .isEqualTo("Parameter \"limit\" is \"" + text + "\"; allowed: a whole number from -3 to 200");
    }

    @Test
    void whatIsMissingIsRefusedUnlessThereIsADefault() {
        assertThat(refused(LIMIT).detail()).startsWith("Parameter \"limit\" is missing; allowed:");
        assertThat(read(LIMIT.or(10L, "10"))).isEqualTo(10);
        assertThat(read(LIMIT.optional())).isEqualTo(Optional.empty());
        assertThat(read(LIMIT.optional(), "5")).isEqualTo(Optional.of(5L));
        assertThat(refused(LIMIT.optional(), "x").detail()).contains("\"x\"");
        assertThat(read(Parameter.day("date", "").or("the epoch", now -> LocalDate.EPOCH)))
                .isEqualTo(LocalDate.EPOCH);
    }

    @Test
    void whatIsGivenTwiceIsRefused() {
        assertThat(refused(LIMIT, "1", "1").detail()).startsWith("Parameter \"limit\" is given 2 times");
    }

    @Test
    void choicesAreWordsInLowerCase() {
        Parameter<Period> period = Parameter.choice("period", Period.class, "");
        assertThat(read(period, "weekly")).isEqualTo(Period.WEEKLY);
        assertThat(refused(period, "WEEKLY").detail()).endsWith("allowed: one of daily, weekly");
        assertThat(period.schema().values()).containsExactly("daily", "weekly");
    }

    @Test
    void longTextsAreEchoedInPart() {
        assertThat(Objects.requireNonNull(refused(LIMIT, "x".repeat(5_000)).detail()))
                .hasSizeLessThan(200);
    }

    @Test
    void whatIsNotDeclaredCannotBeAskedFor() {
        Arguments arguments = Arguments.parse(List.of(), Map.of("limit", List.of("1")), NOW);
        assertThatThrownBy(() -> arguments.get(LIMIT)).hasMessageContaining("\"limit\" is not declared");
    }

    @Test
    void examplesAreAllowed() {
        for (Parameter<?> parameter : List.of(
                LIMIT,
                Parameter.integer("few", 1, 3, ""),
                Parameter.id("id", ""),
                Parameter.day("date", ""),
                Parameter.choice("period", Period.class, ""))) {
            assertThat(read(parameter, parameter.example()))
                    .as(parameter.name())
                    .isNotNull();
        }
    }
}
