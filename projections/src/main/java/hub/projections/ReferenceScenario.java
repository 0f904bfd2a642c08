package hub.projections;

import hub.projections.change.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Rows that reach every branch of every read model's cells: what {@link Digest} is taken over. */
final class ReferenceScenario {

    private static final Instant START = Instant.parse("2026-03-08T07:59:59.5Z");

    static final List<Row> ROWS = List.of(
            new Row.Activity(1, 7, 3L, "Picking", 40L, START, START.plusSeconds(600), "Picking", "podfactory"),
            new Row.Activity(2, 8, null, null, null, START.plusSeconds(3600), null, null, "podfactory"),
            new Row.Activity(3, 8, 2L, "QC Passed", -5L, START, null, "Packing", "manual"),
            new Row.Activity(4, 8, 2L, "", 5L, START, null, "", null),
            new Row.Activity(5, 8, 2L, "", 5L, START, START.plusSeconds(900), "", null),
            new Row.Activity(6, 8, 2L, "QC Passed", 0L, START, START.plusSeconds(900), "", null),
            new Row.Activity(7, 8, 2L, "QC Passed", 5L, START, START.plusSeconds(59), "", null),
            new Row.Clock(1, 7, START, null, null, null),
            new Row.Clock(2, 7, START, START.plusSeconds(90), new BigDecimal("1.50"), 15L),
            new Row.Score(1, 7, LocalDate.parse("2026-03-08"), 40L, new BigDecimal("20.00"), 33L, true),
            new Row.Score(2, 8, LocalDate.parse("2026-03-09"), null, null, null, false),
            new Row.Employee(7, "A|=-b", true, 4L),
            new Row.Employee(8, "", false, null, "7@=|-", "", START),
            new Row.Role(3, "Picker", true, new BigDecimal("0.50"), new BigDecimal("120"), 5L),
            new Row.Role(2, "Packing and Shipping", false, new BigDecimal("1.00"), null, null),
            new Row.Payrate(1, 7, new BigDecimal("20.00"), "hourly", LocalDate.parse("2026-01-01"), "a|b"),
            new Row.Payrate(2, 8, null, "salary", null, null),
            new Row.DepartmentTarget(1, "Picking", new BigDecimal("20.00")),
            new Row.DepartmentTarget(2, "", null),
            new Row.PodfactoryMapping(1, 7, "a|b@example.org"),
            new Row.PodfactoryMapping(2, 7, null),
            new Row.PodfactoryMapping(3, 7, "", "A|b", new BigDecimal("0.850"), "HIGH", false, START),
            new Row.PodfactoryMapping(4, 8, "c@example.org", "", null, null, true, null),
            new Row.Employee(9, "C", true, null, null, null, null, 3L, 120L, LocalDate.parse("2025-12-01"), true),
            new Row.Employee(
                    10, "D", true, null, null, null, null, 3L, 120L, LocalDate.parse("2025-12-01"), false, true),
            new Row.Goal(
                    1,
                    7,
                    "daily",
                    "items_processed",
                    new BigDecimal("400.00"),
                    LocalDate.parse("2026-03-01"),
                    LocalDate.parse("2026-03-31"),
                    true,
                    START),
            new Row.Goal(2, 7, null, null, null, null, null, false, null),
            new Row.EarnedAchievement(1, 7, "streak_3|=", START, 20L),
            new Row.EarnedAchievement(2, 7, "", null, null),
            new Row.Achievement(1, 7, "streak_3", "Three|=", "days", 20L, "streak", LocalDate.parse("2026-03-08")),
            new Row.Achievement(2, 7, "", null, null, null, null, LocalDate.parse("2026-03-09")),
            new Row.Challenge(
                    1,
                    3L,
                    "items",
                    "Spring|=",
                    "",
                    new BigDecimal("5000.00"),
                    new BigDecimal("12.00"),
                    LocalDate.parse("2026-03-01"),
                    LocalDate.parse("2026-03-31"),
                    50L,
                    true),
            new Row.Challenge(2, null, null, null, null, null, null, null, null, null, false),
            new Row.ChallengeParticipant(1, 1, 7),
            new Row.Flag(1, 3, "out_of_range", "too|=many", false, null, START),
            new Row.Flag(2, 3, "", null, true, START, null),
            new Row.Seal(
                    1, LocalDate.parse("2026-03-08"), 2, "closing", "a:1-7", START, START.plusSeconds(5), 40, "ab12"),
            new Row.Seal(2, LocalDate.parse("2026-03-09"), 1, "provisional", "", START, START, 0, "-"),
            new Row.DayRate(1, LocalDate.parse("2026-03-08"), "role", 3, new BigDecimal("0.5000")),
            new Row.DayRate(2, LocalDate.parse("2026-03-08"), "employee", 7, new BigDecimal("20.0000")));

    private ReferenceScenario() {}
}
