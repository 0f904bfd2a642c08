package hub.projections.stations;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * How fast people are where, with the legacy's field names (domain 3.10).
 *
 * @param data by station, the fastest first, then the lower employee id
 */
public record StationPeople(boolean success, Map<String, List<PersonRate>> data) {

    /** @param avgItemsPerHour one digit */
    public record PersonRate(long employeeId, String employeeName, BigDecimal avgItemsPerHour) {}
}
