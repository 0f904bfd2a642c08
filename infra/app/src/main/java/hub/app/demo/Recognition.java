package hub.app.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goals, awards, challenges and doubts, as the legacy's pages would have left them before the demo begins. */
final class Recognition {

    private static final MultiRow GOALS = new MultiRow(
            "employee_goals",
            List.of("employee_id", "goal_type", "metric", "target_value", "start_date", "end_date", "is_active"),
            "");
    private static final MultiRow EARNED = new MultiRow(
            "employee_achievements", List.of("employee_id", "achievement_key", "earned_at", "points_awarded"), "");
    private static final MultiRow AWARDS = new MultiRow(
            "achievements",
            List.of(
                    "employee_id",
                    "achievement_key",
                    "achievement_name",
                    "description",
                    "points_awarded",
                    "achievement_type",
                    "earned_date"),
            "");
    private static final MultiRow CHALLENGES = new MultiRow(
            "team_challenges",
            List.of(
                    "id",
                    "role_id",
                    "challenge_type",
                    "challenge_name",
                    "description",
                    "target_value",
                    "current_value",
                    "start_date",
                    "end_date",
                    "reward_points"),
            "");
    private static final MultiRow PARTICIPANTS =
            new MultiRow("challenge_participants", List.of("challenge_id", "employee_id"), "");
    private static final MultiRow FLAGS =
            new MultiRow("activity_flags", List.of("activity_log_id", "flag_type", "flag_reason", "created_at"), "");

    private final Connection connection;
    private final List<Person> crew;

    Recognition(Connection connection, List<Person> crew) {
        this.connection = connection;
        this.crew = crew;
    }

    void write(LocalDate today) throws SQLException {
        String first = today.withDayOfMonth(1).toString();
        String last = today.withDayOfMonth(today.lengthOfMonth()).toString();
        List<List<@Nullable Object>> goals = new ArrayList<>();
        List<List<@Nullable Object>> earned = new ArrayList<>();
        List<List<@Nullable Object>> awards = new ArrayList<>();
        List<List<@Nullable Object>> participants = new ArrayList<>();
        for (Person person : crew) {
            long id = person.id();
            String date = today.minusDays(1 + id % 20).toString();
            goals.add(Arrays.asList(id, "daily", "items_processed", 300 + id % 5 * 50, first, last, 1));
            earned.add(Arrays.asList(id, "streak_3", date + " 23:30:00", 20));
            awards.add(Arrays.asList(id, "streak_3", "On Fire", "Three days in a row", 20, "streak", date));
            participants.add(Arrays.asList(1 + id % 2, id));
        }
        GOALS.insert(connection, goals);
        EARNED.insert(connection, earned);
        AWARDS.insert(connection, awards);
        CHALLENGES.insert(
                connection,
                List.of(
                        Arrays.asList(1, 3, "items", "Picking month", "Pick together", 20_000, 7_500, first, last, 50),
                        Arrays.asList(
                                2, null, "items", "All hands", "Everybody's items", 90_000, 0, first, last, 100)));
        PARTICIPANTS.insert(connection, participants);
        FLAGS.insert(
                connection,
                List.of(
                        Arrays.asList(1, "out_of_range", "more items than anybody ever had", first + " 18:00:00"),
                        Arrays.asList(2, "missing_clock", "no shift around it", first + " 19:00:00")));
    }
}
