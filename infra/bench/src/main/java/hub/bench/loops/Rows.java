package hub.bench.loops;

import hub.projections.change.Change;
import hub.projections.change.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One working day of fifty people, row by row. */
public final class Rows {

    /** How many activities there are: what a loop is counted in. */
    public static final int COUNT = 2_000;

    static final int PEOPLE = 50;
    static final Instant MORNING = Instant.parse("2026-01-05T12:00:00Z");

    private static final String[] TYPES = {"In Production", "QC Passed", "Picking", "Labeling", "Film Matching"};
    private static final String[] DEPARTMENTS = {"Heat Press", "Packing", "Picking", "Labeling", "Film Matching"};

    private Rows() {}

    /** In the order of time. */
    public static List<Row> activities() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            int station = i % TYPES.length;
            Instant start = MORNING.plusSeconds(i * 18L);
            rows.add(new Row.Activity(
                    i,
                    1 + i % PEOPLE,
                    (long) station + 1,
                    TYPES[station],
                    1L + i % 60,
                    start,
                    start.plusSeconds(599),
                    DEPARTMENTS[station],
                    i % 20 == 0 ? "manual" : "podfactory"));
        }
        return rows;
    }

    /** As inserts. */
    public static List<Change> inserts() {
        return activities().stream().<Change>map(Change.RowChanged::inserted).toList();
    }

    static List<Row> staff() {
        List<Row> rows = new ArrayList<>();
        for (int person = 1; person <= PEOPLE; person++) {
            rows.add(new Row.Employee(person, "Employee Number " + person, true, 3L));
            rows.add(new Row.Clock(person, person, MORNING, null, null, 0L));
        }
        for (int role = 1; role <= TYPES.length; role++) {
            rows.add(new Row.Role(
                    role,
                    DEPARTMENTS[role - 1],
                    role > 2,
                    java.math.BigDecimal.valueOf(150, 2),
                    java.math.BigDecimal.valueOf(60),
                    10L));
        }
        return rows;
    }
}
