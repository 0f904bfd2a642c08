package hub.scheduler.seal;

import java.math.BigDecimal;

/**
 * What the record says of one employee's day; one row of {@code daily_scores}.
 *
 * @param points two digits after the point
 * @param activeMinutes whole minutes of work, as domain 4.2 derives them
 * @param clockedMinutes whole minutes of all shifts less breaks
 * @param efficiency active by clocked minutes, from 0 to 1, two digits
 */
public record FrozenRow(
        long employeeId,
        long items,
        BigDecimal points,
        long activeMinutes,
        long clockedMinutes,
        BigDecimal efficiency) {

    public FrozenRow {
        points = points.setScale(2);
        efficiency = efficiency.setScale(2);
    }
}
