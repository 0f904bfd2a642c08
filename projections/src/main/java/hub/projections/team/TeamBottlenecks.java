package hub.projections.team;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What holds the team up (domain 4.5).
 *
 * @param startDate the first of the last seven Central days, today included
 * @param highCount how many of {@code bottlenecks} are {@code high}
 * @param idleEmployees the five active people who were idle longest, of those with more than ten idle periods or 300 minutes
 */
public record TeamBottlenecks(
        LocalDate startDate,
        LocalDate endDate,
        int highCount,
        List<TeamFinding> bottlenecks,
        List<IdleColleague> idleEmployees) {

    /**
     * What is compared is {@code value} as it is shown.
     *
     * @param type {@code high_idle_rate}, {@code low_team_efficiency}, {@code attendance_issues} or {@code
     *     declining_performance}, in this order
     * @param severity {@code high} or {@code medium}
     * @param value how many people were idle for too long; active of clocked minutes, below 0.5; percent of the active people
     *     without a shift of today, above 20; by how many percent the points of a day changed from week to week, below -15
     */
    public record TeamFinding(String type, String severity, BigDecimal value) {}

    /** @param idleMinutes one digit */
    public record IdleColleague(long employeeId, String name, int idlePeriods, BigDecimal idleMinutes) {}
}
