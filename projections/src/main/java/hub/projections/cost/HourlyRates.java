package hub.projections.cost;

import hub.projections.board.Partition;
import hub.projections.payrates.Payrates;
import hub.projections.view.Boards;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Dollars per hour of one Central day. */
final class HourlyRates {

    private final Payrates current;

    private HourlyRates(Payrates current) {
        this.current = current;
    }

    static HourlyRates of(LocalDate date, Boards boards, Instant now) {
        return new HourlyRates(boards.get(Payrates.BOARD, Partition.ALL));
    }

    BigDecimal of(long employee) {
        return current.of(employee).hourly();
    }
}
