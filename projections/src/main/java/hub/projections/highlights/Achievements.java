package hub.projections.highlights;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many people reached what today, with the legacy's field names.
 *
 * @param topScore of an active employee, two digits; 0 without one
 * @param totalTeamPoints of everybody, also of those who have been deactivated since, two digits
 * @param teamProgress percent of {@code teamGoal}, one digit, at most 100
 */
public record Achievements(
        List<Achievement> achievements,
        BigDecimal topScore,
        BigDecimal totalTeamPoints,
        int teamGoal,
        BigDecimal teamProgress) {

    /**
     * @param count active employees who reached it
     * @param percentage of all active employees, one digit
     */
    public record Achievement(String name, String description, int count, BigDecimal percentage, String icon) {}
}
