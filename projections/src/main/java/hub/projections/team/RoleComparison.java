package hub.projections.team;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The roles beside each other, over the last seven days, today included.
 *
 * @param roles by {@code rank}
 */
public record RoleComparison(LocalDate startDate, LocalDate endDate, List<RoleRow> roles) {

    /**
     * @param employees people whose primary role it is and who have a score
     * @param scoreDays their days with a score
     * @param averagePoints of such a day, two digits
     * @param efficiency active of clocked minutes of all, 0 to 1, two digits
     * @param rank by average points, then by points, then by id
     * @param efficiencyRank by efficiency, then by id
     */
    public record RoleRow(
            long roleId,
            String roleName,
            int employees,
            int scoreDays,
            long items,
            BigDecimal points,
            BigDecimal averagePoints,
            BigDecimal efficiency,
            int rank,
            int efficiencyRank) {}
}
