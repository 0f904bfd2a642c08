package hub.connecteam;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ShiftPlanTest {

    private static final Map<String, Long> EMPLOYEES = Map.of("u1", 1L, "u2", 2L);

    @Test
    void aShiftThatIsNotStoredIsAdded() {
        assertThat(plan(List.of(told("u1", "14:00", null))))
                .containsExactly(new ShiftChange.Add(1, shift("14:00", null)));
    }

    @Test
    void aShiftThatIsStoredAsItIsToldIsLeftAlone() {
        assertThat(plan(
                        List.of(told("u1", "14:00", "22:00"), told("u2", "14:00", null)),
                        stored(10, 1, "14:00", "22:00"),
                        stored(11, 2, "14:00", null)))
                .isEmpty();
    }

    @Test
    void aClockOutIsAChange() {
        assertThat(plan(List.of(told("u1", "14:00", "22:00")), stored(10, 1, "14:00", null)))
                .containsExactly(new ShiftChange.Change(stored(10, 1, "14:00", null), shift("14:00", "22:00")));
    }

    @Test
    void soIsAClockOutThatIsTakenBack() {
        assertThat(plan(List.of(told("u1", "14:00", null)), stored(10, 1, "14:00", "14:01")))
                .containsExactly(new ShiftChange.Change(stored(10, 1, "14:00", "14:01"), shift("14:00", null)));
    }

    @Test
    void aCorrectedClockInMovesItsRow() {
        assertThat(plan(List.of(told("u1", "13:45", "22:00")), stored(10, 1, "14:00", "22:00")))
                .containsExactly(new ShiftChange.Change(stored(10, 1, "14:00", "22:00"), shift("13:45", "22:00")));
        assertThat(plan(List.of(told("u1", "13:45", null)), stored(10, 1, "14:00", null)))
                .containsExactly(new ShiftChange.Change(stored(10, 1, "14:00", null), shift("13:45", null)));
    }

    @Test
    void aShiftSplitInTwoMovesOneRowAndAddsOne() {
        assertThat(plan(
                        List.of(told("u1", "14:05", "18:00"), told("u1", "18:30", "22:00")),
                        stored(10, 1, "14:00", "22:00")))
                .containsExactly(
                        new ShiftChange.Change(stored(10, 1, "14:00", "22:00"), shift("14:05", "18:00")),
                        new ShiftChange.Add(1, shift("18:30", "22:00")));
    }

    @Test
    void shiftsThatTouchAreTwo() {
        assertThat(plan(List.of(told("u1", "18:00", "22:00")), stored(10, 1, "14:00", "18:00")))
                .containsExactly(new ShiftChange.Add(1, shift("18:00", "22:00")));
    }

    @Test
    void whatSomebodyEnteredByHandIsNotMoved() {
        StoredShift byHand = new StoredShift(10, 1, shift("14:00", "22:00"), new BigDecimal("480"), false, false);

        assertThat(plan(List.of(told("u1", "13:45", "22:00")), byHand))
                .containsExactly(new ShiftChange.Add(1, shift("13:45", "22:00")));
    }

    @Test
    void theShiftOfSomebodyElseIsNotMovedEither() {
        assertThat(plan(List.of(told("u1", "13:45", "22:00")), stored(10, 2, "14:00", "22:00")))
                .containsExactly(new ShiftChange.Add(1, shift("13:45", "22:00")));
    }

    @Test
    void aShiftThatIsNoLongerToldStays() {
        assertThat(plan(List.of(), stored(10, 1, "14:00", "22:00"))).isEmpty();
    }

    @Test
    void wholeMinutesInTheColumnAreMinutesEnough() {
        StoredShift whole = new StoredShift(10, 1, shift("14:00:30", "22:00"), new BigDecimal("479"), false, true);
        StoredShift wrong = new StoredShift(10, 1, shift("14:00:30", "22:00"), new BigDecimal("478"), false, true);

        assertThat(plan(List.of(told("u1", "14:00:30", "22:00")), whole)).isEmpty();
        assertThat(plan(List.of(told("u1", "14:00:30", "22:00")), wrong)).hasSize(1);
    }

    @Test
    void theMinutesThatAnotherWriterGaveAnOpenShiftAreNoChange() {
        StoredShift soFar = new StoredShift(10, 1, shift("14:00", null), new BigDecimal("125.00"), true, true);

        assertThat(plan(List.of(told("u1", "14:00", null)), soFar)).isEmpty();
    }

    @Test
    void ofTwoShiftsWithOneStartTheEndedOneCounts() {
        ShiftChange ended = new ShiftChange.Add(1, shift("14:00", "22:00"));

        assertThat(plan(List.of(told("u1", "14:00", "22:00"), told("u1", "14:00", null))))
                .containsExactly(ended);
        assertThat(plan(List.of(told("u1", "14:00", null), told("u1", "14:00", "22:00"))))
                .containsExactly(ended);
        assertThat(plan(List.of(told("u1", "14:00", "22:00"), told("u1", "14:00", "21:00"))))
                .containsExactly(ended);
    }

    @Test
    void eachChangeNamesItsRowAndTheColumnsThatDiffer() {
        StoredShift open = new StoredShift(11, 2, shift("14:00", null), new BigDecimal("125.00"), true, true);
        StoredShift wrong = new StoredShift(12, 1, shift("08:00", "12:00"), new BigDecimal("200"), false, true);
        StoredShift longer = new StoredShift(13, 1, shift("15:00", "20:00"), new BigDecimal("300"), false, true);

        assertThat(plan(
                        List.of(
                                told("u1", "08:00", "12:00"),
                                told("u1", "14:30", "19:30"),
                                told("u1", "20:00", null),
                                told("u2", "14:00", "22:00")),
                        open,
                        wrong,
                        longer))
                .extracting(ShiftChange::text)
                .containsExactly(
                        "employee 1 clock_in 2026-01-15T08:00:00Z (total_minutes 200, should be 240.00)",
                        "employee 1 clock_in 2026-01-15T15:00:00Z (clock_in 2026-01-15T15:00:00Z, should be"
                                + " 2026-01-15T14:30:00Z; clock_out 2026-01-15T20:00:00Z, should be 2026-01-15T19:30:00Z)",
                        "employee 1 clock_in 2026-01-15T20:00:00Z (missing, should be open)",
                        "employee 2 clock_in 2026-01-15T14:00:00Z (clock_out NULL, should be 2026-01-15T22:00:00Z;"
                                + " is_active true, should be false; total_minutes 125.00, should be 480.00)");
        assertThat(plan(List.of(told("u1", "14:00", "22:00"))))
                .extracting(ShiftChange::text)
                .containsExactly("employee 1 clock_in 2026-01-15T14:00:00Z (missing, should end 2026-01-15T22:00:00Z)");
    }

    @Test
    void shiftsOfPeopleWeDoNotKnowAreCounted() {
        ShiftPlan plan =
                ShiftPlan.of(List.of(told("stranger", "14:00", null), told("u1", "14:00", null)), EMPLOYEES, List.of());

        assertThat(plan.unknown()).isEqualTo(1);
        assertThat(plan.changes()).hasSize(1);
    }

    private static List<ShiftChange> plan(List<WorkedShift> told, StoredShift... stored) {
        return ShiftPlan.of(told, EMPLOYEES, List.of(stored)).changes();
    }

    private static WorkedShift told(String user, String in, @Nullable String out) {
        return new WorkedShift(user, shift(in, out));
    }

    private static StoredShift stored(long id, long employee, String in, @Nullable String out) {
        Shift shift = shift(in, out);
        return new StoredShift(id, employee, shift, shift.minutes(), out == null, true);
    }

    private static Shift shift(String in, @Nullable String out) {
        return new Shift(at(in), out == null ? null : at(out));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-15T" + (time.length() == 5 ? time + ":00" : time) + "Z");
    }
}
