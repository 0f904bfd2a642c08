package hub.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.time.CentralDay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoDayTest {

    private static final Instant NOON = Instant.parse("2026-01-15T18:00:00Z");

    @Test
    void isTheSameForTheSameSeed() {
        DemoDay one = DemoDay.invent(50, 30, 1, NOON);
        DemoDay other = DemoDay.invent(50, 30, 1, NOON);
        assertThat(other).isEqualTo(one);
        assertThat(other.script(other.resumesAt())).isEqualTo(one.script(one.resumesAt()));
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(DemoDay.invent(50, 30, 2, NOON).today())
                .isNotEqualTo(DemoDay.invent(50, 30, 1, NOON).today());
    }

    @Test
    void planOfADayDoesNotDependOnWhenTheDemoStarts() {
        DemoDay onThursday = DemoDay.invent(50, 30, 1, NOON);
        DemoDay onFriday = DemoDay.invent(50, 30, 1, NOON.plusSeconds(86_400));
        assertThat(onFriday.past().getLast()).isEqualTo(onThursday.today());
    }

    @Test
    void hasTheAskedForDaysWithoutSundays() {
        DemoDay demo = DemoDay.invent(50, 30, 1, NOON);
        assertThat(demo.past()).hasSize(30);
        assertThat(demo.past().getFirst().date()).isEqualTo(LocalDate.of(2025, 12, 16));
        for (Day day : demo.past()) {
            assertThat(day.windows().isEmpty()).isEqualTo(day.date().getDayOfWeek() == DayOfWeek.SUNDAY);
        }
    }

    @Test
    void keepsEveryWindowAndShiftInsideItsCentralDay() {
        DemoDay demo = DemoDay.invent(50, 30, 1, NOON);
        for (Day day : demo.past()) {
            CentralDay central = new CentralDay(day.date());
            assertThat(day.windows()).allMatch(w -> central.contains(w.start()) && central.contains(w.end()));
            assertThat(day.shifts()).allMatch(s -> central.contains(s.in()) && s.out() != null);
        }
    }

    @Test
    void givesEachWindowAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        DemoDay demo = DemoDay.invent(50, 30, 1, NOON);
        demo.past()
                .forEach(day -> day.windows()
                        .forEach(w -> assertThat(ids.add(w.reportId())).isTrue()));
    }

    @Test
    void simulatesEveryKindOfWrite() {
        DemoDay demo = DemoDay.invent(50, 30, 1, NOON);
        List<Cue> cues = demo.script(demo.begins());
        assertThat(cues.stream()
                        .map(c -> c.happening().getClass().getSimpleName())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "WindowsSynced",
                        "ShiftsSynced",
                        "ItemsCorrected",
                        "WindowMoved",
                        "WindowDeleted",
                        "ShiftsRewritten");
        assertThat(cues).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void resumesWhereThereIsABoardAlreadyAndSomethingLeftToSee() {
        assertThat(DemoDay.invent(5, 1, 1, NOON).resumesAt()).isEqualTo(NOON);
        assertThat(DemoDay.invent(5, 1, 1, Instant.parse("2026-01-15T07:00:00Z"))
                        .resumesAt())
                .isEqualTo(Instant.parse("2026-01-15T13:30:00Z"));
        assertThat(DemoDay.invent(5, 1, 1, Instant.parse("2026-01-16T04:00:00Z"))
                        .resumesAt())
                .isEqualTo(Instant.parse("2026-01-15T19:00:00Z"));
    }
}
