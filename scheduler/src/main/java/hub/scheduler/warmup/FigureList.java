package hub.scheduler.warmup;

import hub.projections.board.Board;
import hub.projections.departments.DepartmentDay;
import hub.projections.departments.DepartmentTargets;
import hub.projections.departments.DepartmentTime;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.PodfactoryMappings;
import hub.projections.dimensions.Roles;
import hub.projections.flags.Flags;
import hub.projections.gamification.AwardList;
import hub.projections.gamification.Challenges;
import hub.projections.gamification.Participants;
import hub.projections.heatmap.HeatmapDay;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.payrates.Payrates;
import hub.projections.portal.PersonalAchievements;
import hub.projections.portal.PersonalGoals;
import hub.projections.scores.StoredScores;
import hub.projections.seals.DayRates;
import hub.projections.seals.SealDay;
import hub.projections.shifts.ClockOutDay;
import hub.projections.shifts.ShiftDay;
import hub.projections.stations.RateDay;
import hub.projections.windows.WindowHour;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A figure of every board: a sum of items, seconds, points or rates where it has such, else how many there are. The
 * statements know tables and bounds, and nothing of cells.
 */
final class FigureList {

    private static final String OF_WINDOWS = " FROM activity_logs WHERE window_start >= :start AND window_start < :end";
    private static final String PODFACTORY = " AND CONVERT(source USING utf8mb4) COLLATE utf8mb4_bin = 'podfactory'";
    private static final String ITEMS = "SELECT COALESCE(SUM(items_count), 0)";

    static final Map<String, Figure<?>> BY_BOARD = List.of(
                    new Figure<>(
                            LeaderboardDay.BOARD,
                            "activity_logs",
                            ITEMS + OF_WINDOWS,
                            day -> sum(day.byEmployee().values(), LeaderboardDay.Work::items)),
                    new Figure<>(
                            DepartmentDay.BOARD,
                            "activity_logs",
                            ITEMS + OF_WINDOWS + PODFACTORY,
                            day -> sum(
                                    day.byDepartment().values(),
                                    people -> people.values().stream()
                                            .mapToLong(tally -> tally.items())
                                            .sum())),
                    new Figure<>(
                            DepartmentTime.BOARD,
                            "activity_logs",
                            "SELECT COALESCE(SUM(GREATEST(0, TIMESTAMPDIFF(SECOND, window_start, window_end))), 0)"
                                    + OF_WINDOWS,
                            day -> sum(
                                    day.byEmployee().values(),
                                    stays -> stays.stream()
                                            .mapToLong(DepartmentTime.Stay::seconds)
                                            .sum())),
                    new Figure<>(
                            HeatmapDay.BOARD,
                            "activity_logs",
                            ITEMS + OF_WINDOWS + PODFACTORY,
                            day -> sum(day.entries(), entry -> entry.tally().items())),
                    new Figure<>(
                            RateDay.BOARD,
                            "activity_logs",
                            ITEMS + OF_WINDOWS
                                    + " AND items_count > 0 AND window_end IS NOT NULL AND CHAR_LENGTH(activity_type) > 0",
                            day -> sum(day.groups(), RateDay.Group::items)),
                    new Figure<>(
                            WindowHour.BOARD,
                            "activity_logs",
                            ITEMS + OF_WINDOWS,
                            hour -> sum(hour.windows(), WindowHour.Window::items)),
                    new Figure<>(
                            ShiftDay.BOARD,
                            "clock_times",
                            "SELECT COUNT(*) FROM clock_times WHERE clock_in >= :start AND clock_in < :end",
                            day -> sum(day.byEmployee().values(), List::size)),
                    new Figure<>(
                            ClockOutDay.BOARD,
                            "clock_times",
                            "SELECT COUNT(*) FROM clock_times WHERE clock_out >= :start AND clock_out < :end",
                            day -> count(day.clockOuts())),
                    new Figure<>(
                            StoredScores.BOARD,
                            "daily_scores",
                            "SELECT COALESCE(SUM(points_earned), 0) FROM daily_scores WHERE score_date = :date",
                            day -> total(day.byEmployee().values().stream()
                                    .map(StoredScores.StoredScore::points)
                                    .toList())),
                    counted(Employees.BOARD, "employees", all -> all.byId().values()),
                    counted(Roles.BOARD, "role_configs", all -> all.byId().values()),
                    counted(PodfactoryMappings.BOARD, "employee_podfactory_mapping_v2", all -> all.all()),
                    counted(DepartmentTargets.BOARD, "department_targets", all -> all.targets()),
                    counted(PersonalGoals.BOARD, "employee_goals", all -> all.goals()),
                    counted(PersonalAchievements.BOARD, "employee_achievements", all -> all.earned()),
                    counted(AwardList.BOARD, "achievements", all -> all.awards()),
                    counted(Challenges.BOARD, "team_challenges", all -> all.challenges()),
                    new Figure<>(
                            Participants.BOARD,
                            "challenge_participants",
                            "SELECT COUNT(DISTINCT challenge_id, employee_id) FROM challenge_participants",
                            all -> sum(all.employees().values(), Set::size)),
                    counted(Flags.BOARD, "activity_flags", all -> all.flags()),
                    new Figure<>(
                            Payrates.BOARD,
                            "employee_payrates",
                            "SELECT COUNT(DISTINCT employee_id) FROM employee_payrates",
                            all -> count(all.byEmployee().values())),
                    new Figure<>(
                            SealDay.BOARD,
                            "hub_seals",
                            "SELECT COUNT(*) FROM hub_seals WHERE score_date = :date",
                            day -> count(day.versions())),
                    new Figure<>(
                            DayRates.BOARD,
                            "hub_day_rates",
                            "SELECT COALESCE(SUM(rate), 0) FROM hub_day_rates WHERE score_date = :date",
                            day -> total(day.byRole().values())
                                    .add(total(day.byEmployee().values()))))
            .stream()
            .collect(Collectors.toUnmodifiableMap(figure -> figure.board().name(), figure -> figure));

    private FigureList() {}

    /** How many rows the table has. */
    private static <T> Figure<T> counted(Board<T> board, String table, Function<T, Collection<?>> rows) {
        return new Figure<>(board, table, "SELECT COUNT(*) FROM " + table, all -> count(rows.apply(all)));
    }

    private static <E> BigDecimal sum(Collection<E> of, ToLongFunction<E> figure) {
        return BigDecimal.valueOf(of.stream().mapToLong(figure).sum());
    }

    private static BigDecimal count(Collection<?> of) {
        return BigDecimal.valueOf(of.size());
    }

    private static BigDecimal total(Collection<BigDecimal> of) {
        return of.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
