package hub.projections.change;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row, by the index of the column in {@link Table#columns()}. Any width of a kind is accepted; null is
 * SQL {@code NULL} or a zero date; the first instant and the first day of 1970 count as zero dates, because a change stream
 * brings those of a {@code NOT NULL} column so. Every method throws {@link UnreadableValue} if the value is of no such kind.
 */
public interface RowValues {

    @Nullable
    Long integer(int column);

    @Nullable
    BigDecimal decimal(int column);

    @Nullable
    String text(int column);

    /** A naive {@code DATETIME} counts as UTC. */
    @Nullable
    Instant instant(int column);

    @Nullable
    LocalDate date(int column);

    /** {@code NULL} counts false. */
    default boolean flag(int column) {
        Long value = integer(column);
        return value != null && value != 0;
    }
}
