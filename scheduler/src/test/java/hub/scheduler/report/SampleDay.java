package hub.scheduler.report;

import hub.projections.view.ScoreMode;
import hub.scheduler.report.Warehouse.Job;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A day whose every figure is known, and the report of it. */
public final class SampleDay {

    public static final Edition PROVISIONAL = new Edition(1, Edition.Kind.PROVISIONAL, Warehouse.SEALED_AT, false);

    private static final LocalDate DAY = Warehouse.DAY;

    private SampleDay() {}

    /**
     * Tuesday 13: 100 items, 100.00 points, 60 clocked and 30 active minutes. Wednesday 14: 200 items, 200.00 points, 120
     * clocked and 90 active minutes. Thursday 15: seven people sealed with 1,184
     * items and 1,017.00 points, one of them gone since.
     */
    public static Warehouse warehouse() {
        return new Warehouse()
                .employee(1, "Ada Abara", true)
                .employee(2, "Bruno <script>alert(1)</script>", true)
                .employee(3, "=Carla & Co", true)
                .employee(4, "Diego Dahl", true)
                .employee(5, "Elif Eriksen", true)
                .employee(6, "Farah Fontaine", true)
                .employee(7, "Gone Garcia", false)
                .work(1, Job.PACKING, 100, "2026-01-13T15:00:00Z")
                .shift(1, "2026-01-13T15:00:00Z", "2026-01-13T16:00:00Z")
                .sealed(1, DAY.minusDays(2), 100, "100.00", 30)
                .work(1, Job.PACKING, 200, "2026-01-14T15:00:00Z")
                .shift(1, "2026-01-14T15:00:00Z", "2026-01-14T17:00:00Z")
                .sealed(1, DAY.minusDays(1), 200, "200.00", 90)
                .work(1, Job.PACKING, 300, "2026-01-15T14:10:00Z")
                .shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z")
                .sealed(1, DAY, 300, "300.00", 240)
                .work(2, Job.PRESSING, 150, "2026-01-15T15:10:00Z")
                .shift(2, "2026-01-15T15:00:00Z", "2026-01-15T20:00:00Z")
                .sealed(2, DAY, 150, "300.00", 200)
                .work(3, Job.PICKING, 400, "2026-01-15T16:10:00Z")
                .shift(3, "2026-01-15T16:00:00Z", null)
                .sealed(3, DAY, 400, "200.00", 300)
                .work(4, Job.LABELING, 234, "2026-01-15T16:20:00Z")
                .shift(4, "2026-01-15T16:00:00Z", "2026-01-15T21:00:00Z")
                .sealed(4, DAY, 234, "117.00", 100)
                .work(5, Job.PACKING, 50, "2026-01-15T20:10:00Z")
                .shift(5, "2026-01-15T20:00:00Z", "2026-01-15T21:00:00Z")
                .sealed(5, DAY, 50, "50.00", 30)
                .shift(6, "2026-01-15T14:00:00Z", "2026-01-15T15:00:00Z")
                .sealed(6, DAY, 0, "0.00", 0)
                .work(7, Job.PACKING, 50, "2026-01-15T20:20:00Z")
                .sealed(7, DAY, 50, "50.00", 10)
                // After the seal.
                .work(1, Job.PACKING, 20, "2026-01-16T00:20:00Z");
    }

    public static DailyReport of(Warehouse warehouse, Edition edition) {
        ReportQuery query = new ReportQuery(DAY, edition);
        return new DailyReportView(ScoreMode.LIVE)
                .answer(query, RowsInMemory.of(warehouse.rows()), edition.evaluatedAt())
                .body();
    }

    public static Report report() {
        return made(of(warehouse(), PROVISIONAL).withCost(cost()));
    }

    public static Report made(DailyReport day) {
        return new Report(
                day,
                new Provenance(
                        "mysql-gtid:3e11fa47-71ca-11e1-9e33-c80aa9429562:1-77",
                        Instant.parse("2026-01-16T00:05:02Z"),
                        3,
                        Instant.parse("2026-01-16T00:30:01Z")));
    }

    public static CostPart cost() {
        return new CostPart(
                new BigDecimal("612.50"),
                new BigDecimal("282.10"),
                new BigDecimal("330.40"),
                new BigDecimal("46.1"),
                new BigDecimal("15.75"),
                new BigDecimal("1.531"),
                List.of(
                        new CostPart.Department("Packing", 3, 400, new BigDecimal("210.20")),
                        new CostPart.Department(null, 1, 4, new BigDecimal("13.00"))));
    }
}
