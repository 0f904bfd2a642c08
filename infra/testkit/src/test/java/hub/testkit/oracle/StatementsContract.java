package hub.testkit.oracle;

import static hub.projections.view.ScoreMode.LIVE;
import static hub.projections.view.ScoreMode.STORED;
import static hub.testkit.scenario.Activity.filmMatching;
import static hub.testkit.scenario.Activity.inProduction;
import static hub.testkit.scenario.Activity.labeling;
import static hub.testkit.scenario.Activity.picking;
import static hub.testkit.scenario.Activity.qcPassed;
import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.HeldUp;
import hub.testkit.scenario.Activity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The statements whose columns are an answer's fields, against rows computed by hand. */
abstract class StatementsContract extends JudgedOracle {

    private static final LocalDate J = LocalDate.parse("2026-01-15");
    private static final Instant AFTERNOON = Instant.parse("2026-01-15T20:10:00Z");
    private static final Instant EVENING = Instant.parse("2026-01-16T05:59:00Z");

    @Test
    void hourlyIsTheHeatmapInTwelveHourClock() {
        db.activity(picking(100).by(1).from("2026-01-15T12:00:00Z"));
        db.activity(filmMatching(700).by(2).from("2026-01-15T12:59:59Z"));
        db.activity(filmMatching(5).by(2).from("2026-01-15T18:00:00Z"));
        db.activity(filmMatching(5).by(2).withSource("manual").from("2026-01-15T13:00:00Z"));
        db.activity(picking(3).by(1).from("2026-01-15T23:59:59Z"));
        db.activity(picking(3).by(1).from("2026-01-16T00:00:00Z"));

        List<String> rows = rows("hourly", AFTERNOON);
        assertThat(rows).hasSize(12);
        assertThat(rows.get(0)).isEqualTo("6 AM | 800 | 2 | 750");
        assertThat(rows.get(1)).isEqualTo("7 AM | 0 | 0 | 0");
        assertThat(rows.get(6)).isEqualTo("12 PM | 5 | 1 | 5");
        assertThat(rows.get(11)).isEqualTo("5 PM | 3 | 1 | 1.5");
    }

    @Test
    void historyHasTheMeanOfWhatEachWindowMakes() {
        db.activity(window(picking(60).by(1), "2026-01-15T20:00:00Z", "2026-01-15T20:10:00Z")); // 360 an hour
        db.activity(window(picking(30).by(2), "2026-01-15T20:05:00Z", "2026-01-15T20:20:59Z")); // 15 minutes: 120
        db.activity(window(labeling(60).by(2), "2026-01-15T20:00:00Z", "2026-01-15T20:20:00Z")); // 180
        db.activity(filmMatching(5).by(3).between(Instant.parse("2026-01-15T20:00:00Z"), null));
        db.activity(window(picking(1).withType("item_scan"), "2026-01-15T20:00:00Z", "2026-01-15T20:06:00Z"));
        db.activity(window(
                qcPassed(20).by(4), "2026-01-15T20:00:00Z", "2026-01-15T20:10:00Z")); // item_scan is not after it
        db.activity(window(qcPassed(9).by(3).withSource("manual"), "2026-01-15T20:00:00Z", "2026-01-15T20:10:00Z"));
        db.activity(window(inProduction(10).by(3), "2026-01-14T21:00:00Z", "2026-01-14T21:10:00Z")); // 23 hours ago
        db.activity(window(qcPassed(10).by(3), "2026-01-14T21:00:00Z", "2026-01-14T21:12:00Z")); // 60 is 5/6 of 50
        db.activity(window(qcPassed(10).by(3), "2026-01-14T20:59:59Z", "2026-01-14T21:12:00Z")); // too long ago

        assertThat(rows("history-stations", AFTERNOON))
                .containsExactly(
                        "2026-01-15 14:00 | Picking | 2 | 90 | 240",
                        "2026-01-15 14:00 | Labeling | 1 | 60 | 180",
                        "2026-01-15 14:00 | Film Matching | 1 | 5 | null",
                        "2026-01-15 14:00 | QC Passed | 1 | 20 | 120",
                        "2026-01-15 14:00 | item_scan | 1 | 1 | 10",
                        "2026-01-14 15:00 | In Production | 1 | 10 | 60",
                        "2026-01-14 15:00 | QC Passed | 1 | 10 | 50");
        assertThat(rows("history-bottlenecks", AFTERNOON)).containsExactly("2026-01-15 14:00 | Labeling | 60");
        db.execute(
                "UPDATE activity_logs SET window_end = '2026-01-14 21:13:00' WHERE window_start = '2026-01-14 21:00:00'"
                        + " AND activity_type = 'QC Passed'");
        assertThat(rows("history-bottlenecks", AFTERNOON))
                .containsExactly("2026-01-15 14:00 | Labeling | 60", "2026-01-14 15:00 | Shipping | 13.8");
    }

    @Test
    void hoursAreSplitByTheTimeOfTheWindows() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z");
        db.activity(window(picking(90).by(1), "2026-01-15T14:00:00Z", "2026-01-15T14:30:00Z"));
        db.activity(window(labeling(30).by(1), "2026-01-15T15:00:00Z", "2026-01-15T15:10:00Z"));
        db.activity(qcPassed(50).by(1).between(Instant.parse("2026-01-15T16:00:00Z"), null));
        db.activity(window(picking(30).by(2), "2026-01-15T14:00:00Z", "2026-01-15T14:30:00Z"));
        db.activity(window(picking(9).by(1).withSource("manual"), "2026-01-15T17:00:00Z", "2026-01-15T18:00:00Z"));

        assertThat(rows("departments-allocated", AFTERNOON))
                .containsExactly(
                        // Three of four hours are Picking's; who has no shift is taken to have worked as long.
                        "Picking | Picking | 2 | 1 | 120 | 3 | 16.7 | -83.3 | 2 | 0.33",
                        // Clocked, but elsewhere: nothing is known of the time here.
                        "Packing | Packing | 1 | 1 | 50 | 0 | 6.3 | -93.7 | 1.67 | 0.1",
                        "Labeling | Labeling | 1 | 1 | 30 | 1 | 25 | -75 | 2 | 0.5",
                        "Heat Press | Heat Press | 0 | 0 | 0 | 0 | 0 | -100 | 1 | 0");
    }

    @Test
    void theArchivedStandWithTheLatestFirst() {
        db.execute("UPDATE employees SET archived_at = '2026-01-10 17:00:00' WHERE id IN (1, 3)");
        db.execute("UPDATE employees SET archived_at = '2026-01-11 05:09:08', email = 'e2@example.org' WHERE id = 2");

        assertThat(rows("archived", AFTERNOON))
                .containsExactly(
                        "2 | E2 | e2@example.org | Sun, 11 Jan 2026 05:09:08 GMT",
                        "1 | E1 | null | Sat, 10 Jan 2026 17:00:00 GMT",
                        "3 | E3 | null | Sat, 10 Jan 2026 17:00:00 GMT");
    }

    @Test
    void targetsStandByTheirNamesBytes() {
        db.execute("INSERT INTO department_targets (department_name, target_rate_per_person)"
                + " VALUES ('packing', 16), ('Picking', 20.5), ('Heat Press', NULL)");

        assertThat(rows("targets", AFTERNOON)).containsExactly("Heat Press | null", "Picking | 20.5", "packing | 16");
    }

    @Test
    void aNameIsSplitAtItsFirstSpace() {
        db.execute("UPDATE employees SET name = 'Ann Lee Smith', current_streak = 7, is_active = 0 WHERE id = 1");
        db.execute("DELETE FROM employees WHERE id > 2");
        db.activity(picking(10).from("2026-01-14T15:00:00Z"));

        assertThat(rows("person", AFTERNOON))
                .containsExactly("1 | Ann Lee Smith | Ann Lee Smith | 1 | Ann | Lee Smith", "2 | E2 | E2 | 0 | E2 | ");
        assertThat(oracle.table("person", new Asked(J, J, AFTERNOON, STORED)).getFirst())
                .extractingByKey("current_streak")
                .hasToString("7");
    }

    @Test
    void t18AStreakIsToldTwiceBesideItsGoal() {
        for (String day : List.of("2026-01-12", "2026-01-13", "2026-01-14")) {
            db.activity(picking(10).from(day + "T15:00:00Z"));
        }

        assertThat(rows("streak", AFTERNOON)).startsWith("1 | 3 | 3 | 7", "2 | 0 | 0 | 7");
    }

    @Test
    void activitiesAreTheTenLatestOfToday() {
        db.activity(picking(1).from("2026-01-15T05:59:59Z"));
        db.activity(picking(2).from("2026-01-15T06:00:00Z"));
        db.activity(picking(3).withType(null).from("2026-01-15T15:00:00Z"));
        db.activity(qcPassed(4).withSource("manual").from("2026-01-15T15:00:00Z"));

        assertThat(rows("activities", AFTERNOON))
                .containsExactly(
                        "1 | QC Passed | 4 items - QC Passed | Thu, 15 Jan 2026 15:00:00 GMT",
                        "1 | null | 3 items | Thu, 15 Jan 2026 15:00:00 GMT",
                        "1 | Picking | 2 items - Picking | Thu, 15 Jan 2026 06:00:00 GMT");
        for (int i = 0; i < 10; i++) {
            db.activity(picking(i).from("2026-01-15T16:00:00Z"));
        }
        assertThat(rows("activities", AFTERNOON)).hasSize(10).noneMatch(row -> row.contains("15:00:00"));
    }

    @Test
    void recentWorkIsWhatEndedToday() {
        db.activity(window(picking(1), "2026-01-15T05:50:00Z", "2026-01-15T05:59:59Z"));
        db.activity(window(inProduction(2), "2026-01-15T05:55:00Z", "2026-01-15T06:05:00Z"));
        db.activity(qcPassed(3).withSource("manual").between(Instant.parse("2026-01-15T19:30:00Z"), null));
        db.activity(window(picking(4).withType(null), "2026-01-15T19:00:00Z", "2026-01-15T20:00:00Z"));
        db.activity(window(picking(5), "2026-01-16T05:50:00Z", "2026-01-16T06:00:00Z"));

        assertThat(rows("recent-work", AFTERNOON))
                .containsExactly("1 | 14:00 | 4 | Unknown", "1 | 13:30 | 3 | Shipping", "1 | 00:05 | 2 | Heat Press");
    }

    @Test
    void t16TrendsHaveTheActiveMinutes() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        db.activity(window(picking(20), "2026-01-15T14:30:00Z", "2026-01-15T14:40:00Z"));
        db.activity(window(qcPassed(10), "2026-01-15T15:30:00Z", "2026-01-15T15:40:00Z"));
        db.activity(window(qcPassed(10), "2026-01-15T21:00:00Z", "2026-01-15T21:30:00Z"));
        db.activity(picking(7).by(2).from("2026-01-14T15:00:00Z"));
        db.score(2, J.minusDays(2), 5, "2.50", true);

        assertThat(rows("trends", new Asked(J.minusDays(29), J, EVENING, LIVE)))
                .containsExactly(
                        "1 | 2026-01-15 | 40 | 30 | 0.23 | 110",
                        "2 | 2026-01-13 | 5 | 2.5 | 0 | 0",
                        "2 | 2026-01-14 | 7 | 3.5 | 0 | 0");
        assertThat(rows("trends", new Asked(J.minusDays(29), J, EVENING, STORED)))
                .containsExactly("2 | 2026-01-13 | 5 | 2.5 | 0 | 0");
    }

    @Test
    void theTeamKeepsThePointsOfWhoHasLeft() {
        db.activity(qcPassed(100).by(1));
        db.activity(qcPassed(300).by(2));
        db.activity(qcPassed(5).by(99));
        db.execute("UPDATE employees SET is_active = 0 WHERE id = 2");

        assertThat(rows("achievements-totals", AFTERNOON)).containsExactly("100 | 405 | 10000 | 4.1");
    }

    @Test
    void addressesStandByTheirBytes() {
        db.execute("DELETE FROM employees WHERE id > 2");
        db.execute("UPDATE employees SET is_active = 0 WHERE id = 2");
        db.execute("INSERT INTO employee_podfactory_mapping_v2 (employee_id, podfactory_email)"
                + " VALUES (1, 'b@x.org'), (1, 'C@x.org'), (1, NULL)");

        assertThat(rows("employees", AFTERNOON))
                .containsExactly(
                        "1 | E1 | null | null | 1 | null | C@x.org,b@x.org", "2 | E2 | null | null | 0 | null | null");
    }

    @Test
    void awardsOfThePeriodAndChallengesOfToday() {
        db.execute("DELETE FROM employees WHERE id > 2");
        db.execute("UPDATE employees SET achievement_points = 500, role_id = 3 WHERE id = 1");
        db.execute("INSERT INTO achievements (employee_id, achievement_key, points_awarded, earned_date) VALUES"
                + " (1, 'streak_3', 20, '2026-01-08'), (1, 'streak_3', 20, '2026-01-07'), (2, 'early_bird', NULL,"
                + " '2026-01-15')");
        db.execute("INSERT INTO team_challenges (id, role_id, challenge_name, target_value, current_value, end_date)"
                + " VALUES (1, 3, 'A', 200, 25, '2026-01-16'), (2, NULL, 'B', 0, 5, '2026-01-14')");
        db.execute("INSERT INTO challenge_participants (challenge_id, employee_id) VALUES (1, 1), (1, 1), (1, 2)");

        assertThat(rows("award-board-weekly", AFTERNOON))
                .containsExactly(
                        "1 | 1 | E1 | Picker | 20 | 500 | 0 | 2 | silver", "2 | 2 | E2 | null | 0 | 0 | 0 | 1 | none");
        assertThat(rows("person-awards", AFTERNOON))
                .containsExactly(
                        "1 | 1 | E1 | 2 | 500 | 0 | silver | 12 | 8.3", "2 | 2 | E2 | 1 | 0 | 0 | none | 12 | 8.3");
        assertThat(rows("challenges", AFTERNOON))
                .containsExactly(
                        "1 | 3 | Picker | null | A | null | 200 | 25 | 12.5 | null | 2026-01-16 | 2 | null | 2");
    }

    @Test
    void aRolesPeopleAreThoseWhoWorkedMostInIt() {
        db.activity(picking(100).by(1).from("2026-01-14T15:00:00Z"));
        db.activity(qcPassed(40).by(1).from("2026-01-15T15:00:00Z"));
        db.activity(picking(60).by(2).from("2026-01-15T05:00:00Z")); // 23:00 of the 14th

        Asked month = new Asked(J.minusDays(29), J, AFTERNOON, LIVE);
        assertThat(rows("trend-role-days", month))
                .containsExactly("2026-01-14 | 2 | 160 | 80 | 0 | 80 | 80", "2026-01-15 | 1 | 40 | 40 | 0 | 60 | 60");
        // Deviation 20, mean 60.
        assertThat(rows("trend-role", month))
                .containsExactly("3 | 30 | 2 | insufficient_data | null | 0.67 | 200 | 120 | 60");
        assertThat(rows("trend-role-weeks", month)).containsExactly("2026-W03 | 2 | 200 | 120");
        Asked week = new Asked(J.minusDays(6), J, AFTERNOON, LIVE);
        assertThat(rows("team-comparison", week).getFirst())
                .isEqualTo("3 | Picker | 2 | 3 | 200 | 120 | 40 | 0 | 1 | 3");
        assertThat(rows("team-shifts", week))
                .containsExactly(
                        "morning | 06:00-14:00 | 1 | 140 | 90 | 70",
                        "afternoon | 14:00-22:00 | 0 | 0 | 0 | 0",
                        "night | 22:00-06:00 | 1 | 60 | 30 | 30");
    }

    @Test
    void howTheTeamIs() {
        db.execute("DELETE FROM employees WHERE id > 2");
        db.shift(1, "2026-01-13T14:00:00Z", "2026-01-13T22:00:00Z");
        // 15 of the first hour are free; 100 items let pause for 52.5 minutes, and cleaning up for 15.
        db.activity(window(picking(100).by(1), "2026-01-13T15:00:00Z", "2026-01-13T15:10:00Z"));
        db.activity(window(picking(900).by(2), "2026-01-07T05:59:00Z", "2026-01-07T06:00:00Z")); // of the 6th
        db.activity(qcPassed(84).by(2).from("2026-01-14T15:00:00Z"));
        db.score(1, J.minusDays(2), 100, "50.00", true);
        db.execute("UPDATE daily_scores SET active_minutes = 200");

        Asked asked = new Asked(J.minusDays(14), J, AFTERNOON, LIVE);
        // 45 before, and 410 - 67.5 after; 200 of 480 minutes; nobody is there; 67 points a day after 450.
        assertThat(rows("team-bottlenecks", asked))
                .containsExactly(
                        "high_idle_rate | high | 1",
                        "low_team_efficiency | medium | 0.42",
                        "attendance_issues | high | 100",
                        "declining_performance | medium | -85.1");
        assertThat(rows("team-bottlenecks-idle", asked)).containsExactly("1 | E1 | 2 | 387.5");
        assertThat(rows("team-bottlenecks-total", asked)).containsExactly("2");
        Asked week = new Asked(J.minusDays(7), J, AFTERNOON, LIVE);
        assertThat(rows("team-capacity", week))
                .containsExactly(
                        "1 | Heat Pressing | 0 | 60 | 0 | 0 | null | unknown",
                        "2 | Packing and Shipping | 1 | 100 | 800 | 42 | 5.3 | under",
                        "3 | Picker | 1 | 120 | 960 | 50 | 5.2 | under",
                        "4 | Labeler | 0 | 120 | 0 | 0 | null | unknown",
                        "5 | Film Matching | 0 | 120 | 0 | 0 | null | unknown");
        assertThat(rows("team-capacity-total", week)).containsExactly("2 | 2 | 1760 | 92 | 5.2 | under");
        // 100 - 45 - 8.4 - 10 - 12.96
        assertThat(rows("team-health", asked)).containsExactly("23.6 | critical | red | 0 | 0.42 | 2 | 5.2");
    }

    @Test
    void t6WhoIsAtWorkAndWhoWas() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z");
        db.shift(1, "2026-01-15T18:30:00Z", null);
        db.shift(1, "2026-01-15T18:34:00Z", null);
        db.shift(2, "2026-01-15T05:59:59Z", null);
        db.shift(3, "2026-01-15T03:00:00Z", null); // forgotten for more than an hour
        db.shift(99, "2026-01-15T14:00:00Z", null);

        assertThat(rows("working-now", AFTERNOON))
                .containsExactly(
                        "1 | E1 | null | Worker | 2026-01-15T18:34:00Z | 96 | 1.6",
                        "2 | E2 | null | Worker | 2026-01-15T05:59:59Z | 850 | 14.2");
        assertThat(rows("live-minutes", AFTERNOON)).containsExactly("1 | 1 | 96 | 1.6", "2 | 2 | 850 | 14.2");
        assertThat(rows("working-today-summary", AFTERNOON)).containsExactly("1 | 1 | 1");
        assertThat(rows("working-today", AFTERNOON))
                .containsExactly(
                        "1 | E1 | null | Worker | 2026-01-15T18:34:00Z | null | 96 | 1 | Working",
                        "1 | E1 | null | Worker | 2026-01-15T18:30:00Z | null | 100 | 1 | Working",
                        "1 | E1 | null | Worker | 2026-01-15T14:00:00Z | 2026-01-15T18:00:00Z | 240 | 0 | Completed");
        assertThat(rows("shift-log", new Asked(J.minusDays(1), J.minusDays(1), AFTERNOON, LIVE)))
                .containsExactly(
                        "2 | null | E2 | null | Worker | 2026-01-15T05:59:59Z | null | 850 | 1 | 0",
                        "3 | null | E3 | null | Worker | 2026-01-15T03:00:00Z | null | 960 | 0 | 0");
        db.execute("UPDATE employees SET is_active = 0 WHERE id = 1");
        assertThat(rows("working-now", AFTERNOON))
                .containsExactly("2 | E2 | null | Worker | 2026-01-15T05:59:59Z | 850 | 14.2");
        assertThat(rows("working-today", AFTERNOON)).isEmpty();
        assertThat(rows("working-today-summary", AFTERNOON)).containsExactly("1 | 1 | 1");
        Asked twoDays = new Asked(J.minusDays(1), J, AFTERNOON, LIVE);
        assertThat(rows("shift-history", twoDays))
                .contains("2 | 2026-01-14 | 2026-01-15T05:59:59Z | null | 850 | 14.2")
                .contains("1 | 2026-01-15 | 2026-01-15T14:00:00Z | 2026-01-15T18:00:00Z | 240 | 4");
        assertThat(rows("shift-history-summary", twoDays))
                .contains("1 | 3 | 436 | 7.3 | 2.4", "2 | 1 | 850 | 14.2 | 14.2", "4 | 0 | 0 | 0 | 0");
    }

    @Test
    void stationsHaveTheMeanOfWhatEachWindowMakes() {
        db.activity(window(picking(20).by(1), "2026-01-15T20:00:00Z", "2026-01-15T20:10:00Z")); // 120 an hour
        db.activity(window(picking(10).by(1), "2025-12-16T06:00:00Z", "2025-12-16T06:20:59Z")); // 30
        db.activity(
                window(picking(1).by(1), "2026-01-14T20:00:00Z", "2026-01-14T20:00:05Z")); // 10: six minutes at least
        db.activity(window(picking(99).by(1), "2025-12-16T05:59:59Z", "2025-12-16T06:20:59Z")); // too long ago
        db.activity(window(inProduction(10).by(2), "2026-01-15T20:00:00Z", "2026-01-15T20:10:00Z"));
        db.activity(filmMatching(5).by(2).between(Instant.parse("2026-01-15T20:00:00Z"), null));
        db.activity(window(picking(9).by(3).withSource("manual"), "2026-01-15T20:00:00Z", "2026-01-15T20:10:00Z"));
        db.activity(window(picking(3).withType("Gift Wrap"), "2026-01-15T20:00:00Z", "2026-01-15T20:10:00Z"));
        db.execute("UPDATE employees SET is_active = 0 WHERE id = 3");

        assertThat(rows("station-performance", AFTERNOON))
                .containsExactly("Gift Wrap | 1 | E1 | 18", "Heat Press | 2 | E2 | 60", "Picking | 1 | E1 | 53.3");
        assertThat(rows("station-staffing", AFTERNOON))
                .containsExactly(
                        "film | 1 | 1 | 5 | 0 | 133",
                        "gift_wrap | 1 | 1 | 3 | 40 | 45",
                        "heat_press | 1 | 2 | 10 | 100 | 40",
                        "labeling | 0 | 1 | 0 | 0 | 200",
                        "picking | 1 | 1 | 20 | 60 | 200",
                        "qc | 0 | 2 | 0 | 0 | 45");
    }

    @Test
    void aLogHasTheWindowsOfADay() {
        long first = db.activity(picking(7).by(2).between(Instant.parse("2026-01-15T06:00:00Z"), null));
        long second = db.activity(
                window(qcPassed(5).by(1).withSource("manual"), "2026-01-15T07:00:00Z", "2026-01-15T07:10:00Z"));
        db.activity(picking(1).by(99).from("2026-01-15T08:00:00Z"));
        db.activity(picking(1).from("2026-01-16T06:00:00Z"));

        assertThat(rows("activity-log", EVENING))
                .containsExactly(
                        first + " | null | E2 | Picker | 7 | 2026-01-15T06:00:00Z | 2026-01-15T06:00:00Z",
                        second
                                + " | null | E1 | Packing and Shipping | 5 | 2026-01-15T07:00:00Z | 2026-01-15T07:10:00Z");
        assertThat(rows("activity-log-total", EVENING)).containsExactly("2");
    }

    @Test
    void whoIsNotLinkedNeedsAttention() {
        db.execute("DELETE FROM employees WHERE id > 4");
        db.execute("UPDATE employees SET connecteam_user_id = CONCAT('c-', id) WHERE id IN (2, 3)");
        db.execute("UPDATE employees SET name = 'Test Picker', connecteam_user_id = '' WHERE id = 1");
        db.execute("UPDATE employees SET is_contractor = 1 WHERE id = 4");
        db.execute(
                "INSERT INTO employee_podfactory_mapping_v2 (id, employee_id, podfactory_email, podfactory_name,"
                        + " similarity_score, confidence_level, is_verified, created_at) VALUES"
                        + " (1, 1, 'b@x.org', 'T', 0.5, 'LOW', 1, '2026-01-10'), (2, 1, 'a@x.org', 'T', 0.5, 'LOW', 1, '2026-01-10'),"
                        + " (3, 2, 'c@x.org', 'E', 0.25, 'LOW', 0, '2026-01-10'), (4, 2, NULL, NULL, 0.5, NULL, 0, '2026-01-09')");
        db.activity(picking(1).by(2).from("2026-01-09T06:00:00Z"));
        db.activity(picking(1).by(2).from("2026-01-09T05:59:59Z"));
        db.activity(picking(1).by(1).from("2025-12-17T06:00:00Z"));
        db.activity(picking(1).by(1).from("2025-12-17T05:59:59Z"));
        db.shift(3, "2026-01-09T06:00:00Z", null);
        db.shift(3, "2026-01-09T05:59:59Z", null);

        assertThat(rows("needs-connecteam", AFTERNOON))
                .containsExactly("1 | Test Picker | null | 0 | a@x.org,b@x.org | 1 | 1 | system");
        assertThat(rows("needs-podfactory", AFTERNOON)).containsExactly("3 | E3 | null | c-3 | 1");
        assertThat(rows("needs-pending", AFTERNOON))
                .containsExactly(
                        "4 | 2 | E2 | null | null | 0.5 | null | Fri, 09 Jan 2026 00:00:00 GMT | 1",
                        "3 | 2 | E2 | c@x.org | E | 0.25 | LOW | Sat, 10 Jan 2026 00:00:00 GMT | 1");
        assertThat(rows("needs-summary", AFTERNOON)).containsExactly("1 | 1 | 2 | 4");
        assertThat(rows("pending-verification", AFTERNOON))
                .containsExactly(
                        "3 | 2 | E2 | c-2 | c@x.org | E | 0.25 | LOW | 2026-01-10T00:00:00Z | 1",
                        "4 | 2 | E2 | c-2 | null | null | 0.5 | null | 2026-01-09T00:00:00Z | 1");
        assertThat(rows("pending-verification-counts", AFTERNOON)).containsExactly("2 | 1");
        assertThat(rows("recommendations", AFTERNOON))
                .containsExactly("3 | c@x.org | E | 2 | E2 | 0.25 | LOW | 2026-01-10T00:00:00Z");
    }

    /** J, 14:15 Chicago time: 99 items at 1.00 and 180 at 0.50 are no low scores. */
    @Test
    void whoeverIsIdleStandsAfterTheLowScores() {
        Instant now = Instant.parse("2026-01-15T20:15:00Z");
        db.shift(1, "2026-01-15T14:00:00Z", null);
        db.activity(window(qcPassed(99).by(1), "2026-01-15T19:52:00Z", "2026-01-15T20:02:00Z"));
        db.shift(2, "2026-01-15T15:00:00Z", null);
        db.shift(3, "2026-01-15T14:00:00Z", "2026-01-15T18:00:00Z");
        db.shift(3, "2026-01-15T20:10:00Z", null);
        db.activity(window(picking(180).by(3), "2026-01-15T15:00:00Z", "2026-01-15T15:10:00Z"));
        db.shift(4, "2026-01-15T14:00:00Z", "2026-01-15T20:00:00Z");
        db.activity(picking(20).by(4).from("2026-01-15T15:00:00Z"));

        assertThat(rows("alerts", now))
                .containsExactly(
                        "1 | low_performance | Performance Alert | E4 has only 10.0 points today | warning",
                        "2 | idle | Idle Alert | URGENT: E2 has done nothing since clocking in at 09:00 AM | critical",
                        "3 | idle | Idle Alert | E1 has been idle since 02:02 PM | warning");

        // Minutes 10 and 11 of a pause of ten; minutes 15 and 16.
        db.execute("DELETE FROM clock_times WHERE employee_id <> 1");
        assertThat(rows("alerts", Instant.parse("2026-01-15T20:12:59Z"))).hasSize(1);
        assertThat(rows("alerts", Instant.parse("2026-01-15T20:13:00Z")))
                .last()
                .asString()
                .endsWith("warning");
        assertThat(rows("alerts", Instant.parse("2026-01-15T20:17:59Z")))
                .last()
                .asString()
                .endsWith("warning");
        assertThat(rows("alerts", Instant.parse("2026-01-15T20:18:00Z")))
                .last()
                .asString()
                .endsWith("critical");
        // Not at night, and not after 16 hours.
        assertThat(rows("alerts", Instant.parse("2026-01-16T03:59:59Z"))).hasSize(2);
        assertThat(rows("alerts", Instant.parse("2026-01-16T04:00:00Z"))).hasSize(1);
        db.execute("UPDATE clock_times SET clock_in = '2026-01-15 06:30:00'");
        assertThat(rows("alerts", Instant.parse("2026-01-15T22:29:59Z"))).hasSize(2);
        assertThat(rows("alerts", Instant.parse("2026-01-15T22:30:00Z"))).hasSize(1);
    }

    /** 40 items at 120 an hour are worth 20 minutes, and 21 with five percent more. */
    @Test
    void aPauseAfterABatchMayBeWhatItsItemsAreWorth() {
        db.shift(1, "2026-01-15T14:00:00Z", null);
        db.activity(window(picking(40).by(1), "2026-01-15T19:40:00Z", "2026-01-15T19:50:00Z"));
        db.activity(window(qcPassed(60).by(1), "2026-01-15T19:00:00Z", "2026-01-15T19:49:00Z"));

        assertThat(rows("alerts", Instant.parse("2026-01-15T20:11:59Z"))).isEmpty();
        assertThat(rows("alerts", Instant.parse("2026-01-15T20:12:00Z"))).hasSize(1);
        db.execute("UPDATE role_configs SET expected_per_hour = NULL");
        assertThat(rows("alerts", Instant.parse("2026-01-15T23:10:59Z"))).isEmpty();
        assertThat(rows("alerts", Instant.parse("2026-01-15T23:11:00Z"))).hasSize(1);
    }

    /** The seal found 2.00 an item and 20.0050 an hour; both were changed since. */
    @Test
    void aDayThatIsOverIsWorthWhatItsSealSays() {
        db.shift(1, "2026-01-15T14:00:00Z", "2026-01-15T22:00:00Z");
        db.activity(window(qcPassed(100).by(1), "2026-01-15T15:00:00Z", "2026-01-15T16:00:00Z"));
        db.activity(window(qcPassed(7).by(2).withRole(77L), "2026-01-15T15:00:00Z", "2026-01-15T15:10:00Z"));
        db.dayRate(J, "role", 2, "2.0000");
        db.dayRate(J, "role", 77, "3.0000");
        db.dayRate(J, "employee", 1, "20.0050");
        Asked evening = new Asked(J, J, EVENING, LIVE);
        Asked after = new Asked(J, J, Instant.parse("2026-01-16T06:00:00Z"), LIVE);

        assertThat(rows("hourly", evening).get(3)).isEqualTo("9 AM | 100 | 1 | 100");
        assertThat(rows("hourly", after).get(3)).isEqualTo("9 AM | 107 | 2 | 221");
        assertThat(rows("trends", evening)).first().asString().startsWith("1 | 2026-01-15 | 100 | 100 |");
        assertThat(rows("trends", after))
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("1 | 2026-01-15 | 100 | 200 |"),
                        two -> assertThat(two).startsWith("2 | 2026-01-15 | 7 | 21 |"));
        assertThat(rows("cost-top", evening)).last().asString().isEqualTo("1 | E1 | 1.04");
        assertThat(rows("cost-top", after)).last().asString().isEqualTo("1 | E1 | 1.6");
        assertThat(rows("cost-departments", evening)).containsExactly("Packing | 2 | 1 | 107 | 15.17");
        assertThat(rows("cost-departments", after)).containsExactly("Packing | 2 | 1 | 107 | 22.17");

        db.score(1, J, 100, "150.00", true);
        assertThat(rows("trends", after)).first().asString().startsWith("1 | 2026-01-15 | 100 | 150 |");
    }

    /** T19, with somebody who could help from home, one who last labeled eight days ago, and one at work elsewhere. */
    @Test
    void t19WhoCouldHelpWhereTheWorkIsHeldUp() {
        Instant now = Instant.parse("2026-01-15T20:00:00Z");
        HeldUp.work(db);
        HeldUp.helpers(db);

        assertThat(rows("flow-workers", now))
                .containsExactly(
                        "1 | E1 | Picking | Picking | 1 | 2",
                        "2 | E2 | Picking | Picking | 0 | 1",
                        "3 | E3 | Labeling | Labeling | 1 | 1",
                        "4 | E4 | Unknown | null | 1 | 1");
        assertThat(rows("flow-skills", now))
                .containsExactly(
                        "1 | Picking | 60",
                        "1 | Labeling | 30",
                        "2 | Picking | 40",
                        "3 | Labeling | 60",
                        "4 | Labeling | 75");
        assertThat(rows("flow-helpers", now))
                .containsExactly(
                        "reassign | 4 | E4 | Unknown | Labeling | high | E4 averages 75 items per activity at Labeling",
                        "reassign | 1 | E1 | Picking | Labeling | high | E1 averages 30 items per activity at Labeling");
        assertThat(rows("flow-primary", now)).containsExactly("Labeling | critical | 80 | 1 | bottleneck");
        assertThat(rows("flow-bottlenecks", now)).containsExactly("Labeling | critical | 80 | 1 | bottleneck");
        assertThat(rows("flow-summary", now)).containsExactly("3 | 320 | 1");
        assertThat(rows("flow-predictions", now)).isEmpty();

        // 400 come in an hour and 120 go; 200 go where 120 come.
        db.activity(picking(100).by(1).from("2026-01-15T19:50:00Z"));
        db.activity(filmMatching(100).by(3).from("2026-01-15T19:50:00Z"));
        assertThat(rows("flow-predictions", now))
                .containsExactly(
                        "Labeling | Queue will reach 300 items in 0.6 hours | medium | 0.6",
                        "Film Matching | Will run out of work in 0 minutes | medium | 0",
                        "Heat Press | Queue will reach 300 items in 1.0 hours | medium | 1");
        assertThat(rows("flow-workers", now)).contains("3 | E3 | Film Matching | Film Matching | 1 | 2");
        // Nothing is held up any more.
        db.execute("DELETE FROM activity_logs WHERE window_start >= '2026-01-15'");
        assertThat(rows("flow-primary", now)).isEmpty();
        assertThat(rows("flow-helpers", now)).isEmpty();
        assertThat(rows("flow-workers", now)).contains("4 | E4 | Unknown | null | 0 | 1");
    }

    private List<String> rows(String statement, Instant now) {
        return rows(statement, new Asked(J, J, now, LIVE));
    }

    private List<String> rows(String statement, Asked asked) {
        return oracle.table(statement, asked).stream()
                .map(row -> row.values().stream().map(StatementsContract::text).collect(Collectors.joining(" | ")))
                .toList();
    }

    /** 2.0 as 2: servers differ in how many zeros they show. */
    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }

    private static Activity window(Activity row, String from, String to) {
        return row.between(Instant.parse(from), Instant.parse(to));
    }
}
