package hub.connecteam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to write so that {@code clock_times} says what Connecteam says; nothing for what it says already.
 *
 * <p>A shift is (employee, clock-in). Where a stored shift that came from Connecteam is no longer told and overlaps one that
 * is told and not stored, its clock-in was corrected: the row moves, so the work is not counted twice. No row is deleted.
 *
 * @param unknown shifts of people whom {@code employees} does not know
 */
record ShiftPlan(List<ShiftChange> changes, int unknown) {

    ShiftPlan {
        changes = List.copyOf(changes);
    }

    /** In numbers. */
    Changes changes(Understood<WorkedShift> told) {
        int added =
                (int) changes.stream().filter(ShiftChange.Add.class::isInstance).count();
        return new Changes(told.records().size(), told.skipped(), unknown, added, changes.size() - added);
    }

    /**
     * @param employees employee ids by Connecteam's user ids
     * @param stored all rows that could be one of {@code told}
     */
    static ShiftPlan of(List<WorkedShift> told, Map<String, Long> employees, List<StoredShift> stored) {
        Map<Long, Map<Instant, Shift>> byEmployee = new LinkedHashMap<>();
        int unknown = 0;
        for (WorkedShift worked : told) {
            Long employee = employees.get(worked.user());
            if (employee == null) {
                unknown++;
            } else {
                byEmployee
                        .computeIfAbsent(employee, id -> new LinkedHashMap<>())
                        .merge(worked.shift().in(), worked.shift(), ShiftPlan::complete);
            }
        }
        List<ShiftChange> changes = new ArrayList<>();
        byEmployee.forEach((employee, shifts) -> plan(
                employee,
                shifts,
                stored.stream().filter(row -> row.employee() == employee).toList(),
                changes));
        return new ShiftPlan(changes, unknown);
    }

    private static void plan(
            long employee, Map<Instant, Shift> told, List<StoredShift> stored, List<ShiftChange> changes) {
        List<StoredShift> untold = new ArrayList<>();
        Map<Instant, StoredShift> known = new LinkedHashMap<>();
        for (StoredShift row : stored) {
            if (told.containsKey(row.shift().in())) {
                known.put(row.shift().in(), row);
            } else if (row.ours()) {
                untold.add(row);
            }
        }
        untold.sort(Comparator.comparing(row -> row.shift().in()));
        for (Shift shift : told.values()) {
            StoredShift row = known.get(shift.in());
            if (row == null) {
                Optional<StoredShift> corrected = untold.stream()
                        .filter(old -> old.shift().overlaps(shift))
                        .findFirst();
                corrected.ifPresent(untold::remove);
                changes.add(corrected
                        .<ShiftChange>map(old -> new ShiftChange.Change(old, shift))
                        .orElseGet(() -> new ShiftChange.Add(employee, shift)));
            } else if (!row.says(shift)) {
                changes.add(new ShiftChange.Change(row, shift));
            }
        }
    }

    /** Of two shifts with one start, the one that has ended knows more; of two that have, the later. */
    private static Shift complete(Shift one, Shift other) {
        if (one.out() == null || other.out() == null) {
            return one.out() == null ? other : one;
        }
        return one.out().isBefore(other.out()) ? other : one;
    }
}
