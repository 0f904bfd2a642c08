package hub.testkit.mutation;

import hub.projections.change.Row;
import hub.projections.model.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Read models that see an activity or a shift otherwise than it is. */
final class WrongModels {

    private WrongModels() {}

    /** Every model is handed what {@code wrong} makes of a row. */
    static UnaryOperator<List<ReadModel<?>>> seeing(UnaryOperator<Row> wrong) {
        return models ->
                models.stream().<ReadModel<?>>map(model -> seeing(model, wrong)).toList();
    }

    private static <R extends Row> ReadModel<R> seeing(ReadModel<R> model, UnaryOperator<Row> wrong) {
        return new ReadModel<>(
                model.board(), model.source(), model.rowType(), (row, out) -> model.cells(wrong.apply(row), out));
    }

    /** Days of New York instead of Chicago: an hour early. */
    static Row inAnotherZone(Row row) {
        return row instanceof Row.Activity a ? at(a, a.windowStart().plus(Duration.ofHours(1))) : row;
    }

    /** {@code <=} at the end of a day: its last instant is the next day's first. */
    static Row withInclusiveEdge(Row row) {
        return row instanceof Row.Activity a && a.windowStart().getEpochSecond() % 3600 == 0
                ? at(a, a.windowStart().minusSeconds(1))
                : row;
    }

    static Row nullAsOne(Row row) {
        return row instanceof Row.Activity a && a.itemsCount() == null ? items(a, 1L) : row;
    }

    static Row withoutNegatives(Row row) {
        return row instanceof Row.Activity a && a.items() < 0 ? items(a, 0L) : row;
    }

    static Row everythingFromPodfactory(Row row) {
        return row instanceof Row.Activity a
                ? new Row.Activity(
                        a.id(),
                        a.employeeId(),
                        a.roleId(),
                        a.activityType(),
                        a.itemsCount(),
                        a.windowStart(),
                        a.windowEnd(),
                        a.department(),
                        "podfactory")
                : row;
    }

    static Row openShiftsAsEmpty(Row row) {
        return row instanceof Row.Clock c && c.clockOut() == null
                ? new Row.Clock(c.id(), c.employeeId(), c.clockIn(), c.clockIn(), c.totalMinutes(), c.breakMinutes())
                : row;
    }

    private static Row at(Row.Activity a, Instant start) {
        return new Row.Activity(
                a.id(),
                a.employeeId(),
                a.roleId(),
                a.activityType(),
                a.itemsCount(),
                start,
                a.windowEnd(),
                a.department(),
                a.source());
    }

    private static Row items(Row.Activity a, long items) {
        return new Row.Activity(
                a.id(),
                a.employeeId(),
                a.roleId(),
                a.activityType(),
                items,
                a.windowStart(),
                a.windowEnd(),
                a.department(),
                a.source());
    }
}
