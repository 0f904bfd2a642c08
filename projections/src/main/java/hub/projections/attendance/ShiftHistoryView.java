package hub.projections.attendance;

import hub.projections.attendance.ShiftHistory.HistoryDays;
import hub.projections.attendance.ShiftHistory.HistorySummary;
import hub.projections.attendance.ShiftHistory.PastShift;
import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Iso8601;
import hub.projections.view.NotFound;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One person's shifts of a range of days (domain 3.10), active or not. Running shifts count in every figure, where the
 * legacy counted them as shifts and not in the minutes. Fails with {@link NotFound}.
 */
public final class ShiftHistoryView implements View<HistoryQuery, ShiftHistory> {

    private final ScoreMode mode;

    public ShiftHistoryView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "shift-history";
    }

    @Override
    public Set<PartitionId> reads(HistoryQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        query.range().dates().forEach(date -> reads.addAll(Presence.reads(date, loaded)));
        return reads;
    }

    @Override
    public boolean fitsMysql(HistoryQuery query) {
        return query.range().fitsMysql();
    }

    @Override
    public Answer<ShiftHistory> answer(HistoryQuery query, Boards boards, Instant now) {
        Employee employee = boards.get(Employees.BOARD, Partition.ALL).byId().get(query.employeeId());
        if (employee == null) {
            throw new NotFound("Employee not found");
        }
        List<Presence> presences = new ArrayList<>();
        for (LocalDate date : query.range().dates()) {
            Presence.of(date, boards, mode, now).stream()
                    .filter(presence -> presence.employee().id() == employee.id())
                    .sorted(Comparator.comparing(presence -> presence.shift().clockIn()))
                    .forEach(presences::add);
        }
        ShiftHistory history = new ShiftHistory(
                true,
                employee.id(),
                employee.name(),
                new HistoryDays(query.range().start(), query.range().end()),
                summary(presences),
                presences.stream().map(ShiftHistoryView::row).toList());
        return new Answer<>(history, Presence.nextTick(presences, now));
    }

    private static HistorySummary summary(List<Presence> presences) {
        BigDecimal minutes = presences.stream()
                .map(presence -> presence.clocked().minutesOrZero())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new HistorySummary(
                presences.size(),
                Decimals.round(minutes, 1),
                Presence.hours(minutes),
                Decimals.divide(minutes, BigDecimal.valueOf(60L * Math.max(1, presences.size())), 1));
    }

    private static PastShift row(Presence presence) {
        Instant in = presence.shift().clockIn();
        Instant out = presence.shift().clockOut();
        return new PastShift(
                CentralDay.of(in).date(),
                Iso8601.text(in),
                out == null ? null : Iso8601.text(out),
                presence.minutes(),
                presence.hours());
    }
}
