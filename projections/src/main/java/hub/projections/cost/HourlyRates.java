package hub.projections.cost;

import hub.projections.board.Partition;
import hub.projections.payrates.Payrates;
import hub.projections.seals.DayRates;
import hub.projections.view.Boards;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Dollars per hour of one Central day: as recorded when it was sealed, else as they are now. */
final class HourlyRates {

    private final DayRates recorded;
    private final Payrates current;

    private HourlyRates(DayRates recorded, Payrates current) {
        this.recorded = recorded;
        this.current = current;
    }

    static HourlyRates of(LocalDate date, Boards boards, Instant now) {
        return new HourlyRates(DayRates.of(date, boards, now), boards.get(Payrates.BOARD, Partition.ALL));
    }

    BigDecimal of(long employee) {
        return recorded.ofEmployee(employee)
                .orElseGet(() -> current.of(employee).hourly());
    }
}
