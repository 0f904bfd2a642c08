package hub.projections.workday;

import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person's score of a day.
 *
 * @param points two digits
 */
public record Standing(Employee employee, BigDecimal points, long items) {

    private record Score(long employeeId, BigDecimal points, long items) {}

    private static final Comparator<Score> BEST_FIRST = Comparator.comparing(Score::points)
            .thenComparing(Score::items)
            .reversed()
            .thenComparing(Score::employeeId);

    /** The active employees with a score of {@code day}: points, then items, both descending, then id. */
    public static List<Standing> active(WorkDay day, Employees employees) {
        List<Standing> standings = new ArrayList<>();
        for (Score score : scores(day)) {
            Employee employee = employees.byId().get(score.employeeId());
            if (employee != null && employee.active()) {
                standings.add(new Standing(employee, score.points(), score.items()));
            }
        }
        return standings;
    }

    /** Everybody's place among all scores of {@code day}, from 1; nobody shares one. Active or not. */
    public static Map<Long, Integer> places(WorkDay day) {
        Map<Long, Integer> places = new HashMap<>();
        for (Score score : scores(day)) {
            places.put(score.employeeId(), places.size() + 1);
        }
        return places;
    }

    /**
     * 1 and one more for every active employee whose score of {@code day} has strictly more points (domain 3.5). Who has no
     * score has no points to compare, not zero: whom a correction takes below zero is not behind them.
     *
     * @return null without a score of that day
     */
    public static @Nullable Integer rank(long employeeId, WorkDay day, Employees employees) {
        if (!day.scored().contains(employeeId)) {
            return null;
        }
        BigDecimal own = day.points(employeeId);
        return 1
                + (int) active(day, employees).stream()
                        .filter(other -> other.points().compareTo(own) > 0)
                        .count();
    }

    private static List<Score> scores(WorkDay day) {
        List<Score> scores = new ArrayList<>();
        for (Long id : day.scored()) {
            scores.add(new Score(id, day.points(id), day.items(id)));
        }
        scores.sort(BEST_FIRST);
        return scores;
    }
}
