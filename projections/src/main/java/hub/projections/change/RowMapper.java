package hub.projections.change;

import org.jspecify.annotations.Nullable;

/**
 * The one mapping from columns to {@link Row}s.
 *
 * <p>A row whose required column is {@code NULL} or a zero date has no place in any board, as in SQL, where it belongs to
 * no employee or no day: it maps to null, before and after a change alike.
 */
public final class RowMapper {

    private RowMapper() {}

    /** @throws IllegalArgumentException for the canary's table, which has no rows in the vocabulary */
    public static @Nullable Row map(Table table, RowValues values) {
        return switch (table) {
            case ACTIVITY_LOGS -> activity(values);
            case CLOCK_TIMES -> clock(values);
            case DAILY_SCORES -> score(values);
            case EMPLOYEES -> employee(values);
            case ROLE_CONFIGS -> role(values);
            case EMPLOYEE_PAYRATES -> payrate(values);
            case HEARTBEAT -> throw new IllegalArgumentException("the canary is not a row of the vocabulary");
        };
    }

    private static @Nullable Row activity(RowValues v) {
        var id = v.integer(0);
        var employee = v.integer(1);
        var start = v.instant(5);
        return id == null || employee == null || start == null
                ? null
                : new Row.Activity(
                        id, employee, v.integer(2), v.text(3), v.integer(4), start, v.instant(6), v.text(7), v.text(8));
    }

    private static @Nullable Row clock(RowValues v) {
        var id = v.integer(0);
        var employee = v.integer(1);
        var in = v.instant(2);
        return id == null || employee == null || in == null
                ? null
                : new Row.Clock(id, employee, in, v.instant(3), v.decimal(4), v.integer(5));
    }

    private static @Nullable Row score(RowValues v) {
        var id = v.integer(0);
        var employee = v.integer(1);
        var date = v.date(2);
        return id == null || employee == null || date == null
                ? null
                : new Row.Score(id, employee, date, v.integer(3), v.decimal(4), v.integer(5), v.flag(6));
    }

    private static @Nullable Row employee(RowValues v) {
        var id = v.integer(0);
        var name = v.text(1);
        return id == null || name == null ? null : new Row.Employee(id, name, v.flag(2), v.integer(3));
    }

    private static @Nullable Row role(RowValues v) {
        var id = v.integer(0);
        var name = v.text(1);
        var multiplier = v.decimal(3);
        return id == null || name == null || multiplier == null
                ? null
                : new Row.Role(id, name, "batch".equals(v.text(2)), multiplier, v.decimal(4), v.integer(5));
    }

    private static @Nullable Row payrate(RowValues v) {
        var id = v.integer(0);
        var employee = v.integer(1);
        return id == null || employee == null
                ? null
                : new Row.Payrate(id, employee, v.decimal(2), v.text(3), v.date(4), v.text(5));
    }
}
