package hub.bench.load;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** Makes the statements of a {@link Workload}, the same ones every time. */
public final class Activities {

    private static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final Instant FIRST_DAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final int FIRST_HOUR = 12; // six in the morning in Chicago
    private static final int WORKING_SECONDS = 10 * 3600;
    private static final int WINDOW_SECONDS = 600;
    /** A sync corrects what it has just written. */
    private static final int RECENT = 2_000;

    private record Station(int role, String type, String department) {}

    private static final Station[] STATIONS = {
        new Station(1, "In Production", "Heat Press"),
        new Station(2, "QC Passed", "Packing"),
        new Station(3, "Picking", "Picking"),
        new Station(4, "Labeling", "Labeling"),
        new Station(5, "Film Matching", "Film Matching")
    };

    private final Workload workload;
    private final SplittableRandom random = new SplittableRandom(42);
    private long lastId;
    private long made;

    public Activities(Workload workload) {
        this.workload = workload;
    }

    public boolean done() {
        return made >= workload.rows();
    }

    /** Appends the next row change, ended by a semicolon. */
    public void next(StringBuilder sql) {
        int kind = random.nextInt(100);
        if (kind < 80 || lastId < RECENT) {
            insert(sql);
        } else if (kind < 95) {
            sql.append("UPDATE activity_logs SET items_count = ")
                    .append(1 + random.nextInt(60))
                    .append(", window_end = window_end + INTERVAL 1 SECOND WHERE id = ")
                    .append(recent(0))
                    .append(';');
        } else {
            sql.append("DELETE FROM activity_logs WHERE id = ")
                    .append(recent(1))
                    .append(';');
        }
        made++;
    }

    /** Deletes take the odd ones and never the same twice, so that each statement changes exactly one row. */
    private long recent(int odd) {
        if (odd == 0) {
            return (lastId - random.nextInt(RECENT)) & ~1L;
        }
        nextDeleted = Math.max(nextDeleted + 2, (lastId - RECENT) | 1L);
        return nextDeleted;
    }

    private long nextDeleted = -1;

    private void insert(StringBuilder sql) {
        long employee = 1 + random.nextInt(workload.employees());
        Station station = STATIONS[(int) ((employee + random.nextInt(10) / 8) % STATIONS.length)];
        Instant start = startOf(made);
        sql.append("INSERT INTO activity_logs (id, report_id, employee_id, role_id, activity_type, items_count,"
                        + " window_start, window_end, department, source) VALUES (")
                .append(++lastId)
                .append(",'R")
                .append(lastId)
                .append("',")
                .append(employee)
                .append(',')
                .append(station.role())
                .append(",'")
                .append(station.type())
                .append("',")
                .append(1 + random.nextInt(60))
                .append(",'")
                .append(DATETIME.format(start))
                .append("','")
                .append(DATETIME.format(start.plusSeconds(WINDOW_SECONDS - 1)))
                .append("','")
                .append(station.department())
                .append("','")
                .append(random.nextInt(20) == 0 ? "manual" : "podfactory")
                .append("');");
    }

    private Instant startOf(long row) {
        long perDay = Math.max(1, workload.rows() / workload.days());
        long day = Math.min(row / perDay, workload.days() - 1);
        long second = (row % perDay) * WORKING_SECONDS / perDay;
        return FIRST_DAY.plus(day, ChronoUnit.DAYS).plusSeconds(FIRST_HOUR * 3600L + second);
    }
}
