package hub.scheduler.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.time.CentralDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    /** Five years: ten changes of the clocks. */
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
    private static final Instant START = new CentralDay(FIRST).start();
    private static final Instant END = new CentralDay(LAST).end();
    private static final int DAYS = 1826;

    /** The days on which America/Chicago changes, from the law: second Sunday of March, first of November. */
    private static final List<String> SPRING =
            List.of("2026-03-08", "2027-03-14", "2028-03-12", "2029-03-11", "2030-03-10");

    private static final List<String> AUTUMN =
            List.of("2026-11-01", "2027-11-07", "2028-11-05", "2029-11-04", "2030-11-03");

    @ParameterizedTest
    @ValueSource(strings = {"00:10", "04:30", "05:30", "18:00", "18:30", "23:30", "00:00", "03:00", "00:59"})
    void oncePerDayAtThatTimeOfDayForFiveYears(String time) {
        LocalTime at = LocalTime.parse(time);

        List<ZonedDateTime> due = Schedule.dailyAt(at).dueIn(START.minusNanos(1), END.minusNanos(1)).stream()
                .map(instant -> instant.atZone(CentralDay.ZONE))
                .toList();

        assertThat(due).hasSize(DAYS).allMatch(local -> local.toLocalTime().equals(at));
        assertThat(due.stream().map(ZonedDateTime::toLocalDate))
                .isEqualTo(FIRST.datesUntil(LAST.plusDays(1)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        // winter, summer, and the evening of both changes
        "2026-01-15, 2026-01-16T00:00:00Z",
        "2026-07-15, 2026-07-15T23:00:00Z",
        "2026-03-07, 2026-03-08T00:00:00Z",
        "2026-03-08, 2026-03-08T23:00:00Z",
        "2026-10-31, 2026-10-31T23:00:00Z",
        "2026-11-01, 2026-11-02T00:00:00Z"
    })
    void sixInTheEveningIsThisInstant(String date, String instant) {
        Instant midnight = new CentralDay(LocalDate.parse(date)).start();

        assertThat(Schedule.dailyAt(LocalTime.of(18, 0)).nextAfter(midnight)).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01:00", "01:30", "02:00", "02:59"})
    void nothingIsScheduledWhereTheClocksJumpWithoutSayingWhatHappens(String time) {
        assertThatThrownBy(() -> Schedule.dailyAt(LocalTime.parse(time)))
                .hasMessageStartingWith(time + " is skipped or repeated when the clocks change; declare");
    }

    @Test
    void aDeclarationDecidesTheTenDays() {
        Schedule kept = Schedule.dailyAt(
                LocalTime.of(2, 0), new SwitchDays(SwitchDays.Gap.RIGHT_AFTER, SwitchDays.Overlap.FIRST));
        Schedule skipped =
                Schedule.dailyAt(LocalTime.of(2, 0), new SwitchDays(SwitchDays.Gap.SKIP, SwitchDays.Overlap.FIRST));

        assertThat(kept.dueIn(START, END)).hasSize(DAYS);
        for (String day : SPRING) {
            Instant jump = Instant.parse(day + "T08:00:00Z");
            assertThat(kept.dueIn(START, END)).contains(jump);
            assertThat(skipped.dueIn(START, END)).doesNotContain(jump);
        }
        assertThat(skipped.dueIn(START, END)).hasSize(DAYS - SPRING.size());
    }

    @Test
    void anOverlapIsRunOnceAtTheDeclaredPass() {
        LocalTime twice = LocalTime.of(1, 30);
        Schedule first = Schedule.dailyAt(twice, new SwitchDays(SwitchDays.Gap.SKIP, SwitchDays.Overlap.FIRST));
        Schedule second = Schedule.dailyAt(twice, new SwitchDays(SwitchDays.Gap.SKIP, SwitchDays.Overlap.SECOND));
        for (String day : AUTUMN) {
            CentralDay central = new CentralDay(LocalDate.parse(day));
            assertThat(first.dueIn(central.start(), central.end())).containsExactly(Instant.parse(day + "T06:30:00Z"));
            assertThat(second.dueIn(central.start(), central.end())).containsExactly(Instant.parse(day + "T07:30:00Z"));
        }
    }

    @Test
    void everyFiveMinutesGoesByElapsedTime() {
        Schedule every = Schedule.every(Duration.ofMinutes(5));

        assertThat(perDay(every, "2026-03-07")).isEqualTo(288);
        assertThat(perDay(every, "2026-03-08")).isEqualTo(276);
        assertThat(perDay(every, "2026-11-01")).isEqualTo(300);
        List<Instant> due = every.dueIn(START, END);
        assertThat(due).hasSize((int) (Duration.between(START, END).toMinutes() / 5));
        for (int i = 1; i < due.size(); i++) {
            assertThat(Duration.between(due.get(i - 1), due.get(i))).isEqualTo(Duration.ofMinutes(5));
        }
    }

    @Test
    void hoursAreThoseOfTheWallClock() {
        Schedule byDay = Schedule.every(Duration.ofMinutes(5), 6, 22);

        Map<LocalDate, Long> perDay = byDay.dueIn(START.minusNanos(1), END.minusNanos(1)).stream()
                .collect(Collectors.groupingBy(due -> CentralDay.of(due).date(), Collectors.counting()));

        assertThat(perDay).hasSize(DAYS);
        assertThat(perDay.values()).allMatch(count -> count == 16 * 12);
        assertThat(byDay.nextAfter(Instant.parse("2026-11-02T03:55:00Z")))
                .as("after 21:55 comes 06:00")
                .isEqualTo(Instant.parse("2026-11-02T12:00:00Z"));
    }

    /** What a caller asks piece by piece is what it gets at once: nothing falls between two questions, nothing is in both. */
    @Test
    void pieces() {
        Schedule daily = Schedule.dailyAt(LocalTime.of(0, 10));
        Instant from = Instant.parse("2026-10-30T00:00:00Z");
        Instant until = Instant.parse("2026-11-04T00:00:00Z");
        List<Instant> pieces = new java.util.ArrayList<>();
        for (Instant at = from; at.isBefore(until); at = at.plus(Duration.ofMinutes(37))) {
            Instant next = at.plus(Duration.ofMinutes(37));
            pieces.addAll(daily.dueIn(at, next.isBefore(until) ? next : until));
        }
        assertThat(pieces).isEqualTo(daily.dueIn(from, until)).hasSize(5);
    }

    private static int perDay(Schedule schedule, String date) {
        CentralDay day = new CentralDay(LocalDate.parse(date));
        return schedule.dueIn(day.start().minusNanos(1), day.end().minusNanos(1))
                .size();
    }
}
