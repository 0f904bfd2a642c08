package hub.app.demo;

import hub.projections.time.CentralDay;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the legacy tables of an empty demo schema with the crew, its roles and pay, and the past days. */
final class History {

    private static final MultiRow ROLES = new MultiRow(
            "role_configs",
            List.of(
                    "id",
                    "role_name",
                    "role_type",
                    "multiplier",
                    "expected_per_hour",
                    "idle_threshold_minutes",
                    "monthly_target"),
            "");
    private static final MultiRow EMPLOYEES = new MultiRow(
            "employees",
            List.of("id", "name", "email", "role_id", "is_active", "hire_date", "current_streak", "connecteam_user_id"),
            "");
    private static final MultiRow PAYRATES =
            new MultiRow("employee_payrates", List.of("employee_id", "pay_rate", "pay_type", "effective_date"), "");

    private static final MultiRow TARGETS =
            new MultiRow("department_targets", List.of("department_name", "target_rate_per_person"), "");
    private static final MultiRow MAPPINGS = new MultiRow(
            "employee_podfactory_mapping_v2", List.of("employee_id", "podfactory_email", "is_verified"), "");

    private final Connection connection;
    private final LegacyWriter writer;
    private final List<Person> crew;

    /** @param connection with auto-commit off */
    History(Connection connection, List<Person> crew) {
        this.connection = connection;
        this.writer = new LegacyWriter(connection);
        this.crew = crew;
    }

    /** @param past oldest first; each becomes a finalized day */
    void write(List<Day> past, LocalDate today) throws SQLException {
        ROLES.insert(connection, Arrays.stream(Job.values()).map(History::role).toList());
        EMPLOYEES.insert(
                connection, crew.stream().map(p -> employee(p, past, today)).toList());
        PAYRATES.insert(connection, crew.stream().map(p -> payrate(p, today)).toList());
        TARGETS.insert(connection, targets());
        MAPPINGS.insert(connection, crew.stream().map(History::mapping).toList());
        new Recognition(connection, crew).write(today);
        connection.commit();
        for (Day day : past) {
            Instant end = new CentralDay(day.date()).end();
            writer.write(new Happening.WindowsSynced(day.windows()));
            writer.write(new Happening.ShiftsSynced(day.shifts(), end));
            writer.write(new Happening.ScoresSynced(day.date(), end, true));
        }
    }

    /** What the writers have done today before {@code now}, in one go. */
    void writeToday(Day today, Instant now) throws SQLException {
        writer.write(new Happening.WindowsSynced(today.windowsEnded(new CentralDay(today.date()).start(), now)));
        writer.write(new Happening.ShiftsSynced(today.shiftsSeenAt(now), now));
        writer.write(new Happening.ScoresSynced(today.date(), now, false));
    }

    private static List<@Nullable Object> role(Job job) {
        return Arrays.asList(
                job.roleId,
                job.roleName,
                job.batch ? "batch" : "continuous",
                new BigDecimal(job.multiplier),
                job.expectedPerHour,
                job.idleMinutes,
                job.expectedPerHour * 8 * 22);
    }

    private static List<@Nullable Object> employee(Person person, List<Day> past, LocalDate today) {
        return Arrays.asList(
                person.id(),
                person.name(),
                "e" + person.id() + "@example.org",
                person.job().roleId,
                1,
                today.minusDays(200 + person.id()).toString(),
                streak(person, past, today),
                Integer.toString(700_000 + person.id()));
    }

    private static List<List<@Nullable Object>> targets() {
        return List.of(
                Arrays.asList("Picking", 20),
                Arrays.asList("Packing", 16),
                Arrays.asList("Heat Press", 6),
                Arrays.asList("Labeling", 20),
                Arrays.asList("Film Matching", 15),
                Arrays.asList("Unknown", 15));
    }

    private static List<@Nullable Object> mapping(Person person) {
        return Arrays.asList(person.id(), "p" + person.id() + "@podfactory.example.org", 1);
    }

    private static List<@Nullable Object> payrate(Person person, LocalDate today) {
        BigDecimal rate = new BigDecimal("15.00").add(BigDecimal.valueOf(person.id() % 10 * 50L, 2));
        return Arrays.asList(person.id(), rate, "hourly", today.minusDays(100).toString());
    }

    /** Days with work, one after another, up to yesterday. */
    private static int streak(Person person, List<Day> past, LocalDate today) {
        int streak = 0;
        List<LocalDate> worked = new ArrayList<>();
        for (Day day : past) {
            if (day.windows().stream().anyMatch(w -> w.employeeId() == person.id())) {
                worked.add(day.date());
            }
        }
        for (LocalDate date = today.minusDays(1); worked.contains(date); date = date.minusDays(1)) {
            streak = streak + 1;
        }
        return streak;
    }
}
