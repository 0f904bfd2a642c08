package hub.projections.trend;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Employees.Employee;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.NotFound;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.WorkDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How a person's days develop. */
public final class PersonTrendView implements View<PersonTrendQuery, PersonTrend> {

    private final ScoreMode mode;

    public PersonTrendView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "person-trend";
    }

    @Override
    public Set<PartitionId> reads(PersonTrendQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        reads.add(Employees.PARTITION);
        for (LocalDate date : query.range(now).dates()) {
            reads.addAll(WorkDay.reads(date, loaded.horizon(), mode, now));
        }
        return reads;
    }

    @Override
    public boolean fitsMysql(PersonTrendQuery query) {
        return query.range(Instant.EPOCH).fitsMysql();
    }

    @Override
    public Answer<PersonTrend> answer(PersonTrendQuery query, Boards boards, Instant now) {
        Employee employee = boards.get(Employees.BOARD, Partition.ALL).byId().get(query.employeeId());
        if (employee == null) {
            throw new NotFound("Employee not found");
        }
        long id = employee.id();
        List<DayTotals> days = new ArrayList<>();
        Instant until = Instant.MAX;
        for (LocalDate date : query.range(now).dates()) {
            WorkDay day = WorkDay.of(date, boards, mode, now);
            until = day.nextTick(id).isBefore(until) ? day.nextTick(id) : until;
            if (day.scored().contains(id)) {
                days.add(DayTotals.of(date, day, other -> other == id));
            }
        }
        return new Answer<>(trend(employee, query.days(), days), until);
    }

    private static PersonTrend trend(Employee employee, int asked, List<DayTotals> days) {
        Series series = new Series(days.stream().map(DayTotals::points).toList());
        long items = days.stream().mapToLong(DayTotals::items).sum();
        List<PersonTrend.ScoredDay> daily = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            DayTotals day = days.get(i);
            daily.add(new PersonTrend.ScoredDay(
                    day.date(),
                    day.items(),
                    day.points(),
                    day.efficiency(),
                    day.active(),
                    series.movingAverage(i, 7),
                    series.movingAverage(i, 14)));
        }
        return new PersonTrend(
                employee.id(),
                employee.name(),
                asked,
                days.size(),
                series.direction(),
                series.changePercent(),
                series.consistency(),
                items,
                Decimals.round(series.total(), 2),
                Decimals.divide(items, Math.max(1, days.size()), 1),
                series.average(),
                daily);
    }
}
