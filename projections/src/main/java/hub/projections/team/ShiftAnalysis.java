package hub.projections.team;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * When the work of the last seven days was done, today included: PodFactory rows of roles that existed then or exist now, by the hour at which their
 * window began in Chicago.
 *
 * @param shifts {@code morning} from 6, {@code afternoon} from 14, {@code night} from 22 o'clock, in this order
 */
public record ShiftAnalysis(LocalDate startDate, LocalDate endDate, List<DayPart> shifts) {

    /**
     * @param employees different people
     * @param points two digits
     * @param itemsShare percent of all items, one digit; 0 without any
     */
    public record DayPart(
            String shift, String hours, int employees, long items, BigDecimal points, BigDecimal itemsShare) {}
}
