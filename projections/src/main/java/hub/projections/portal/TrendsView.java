package hub.projections.portal;

import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.RangeQuery;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.WorkDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A person's last days, one by one. */
public final class TrendsView implements View<TrendsQuery, Trends> {

    private final ScoreMode mode;

    public TrendsView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "employee-trends";
    }

    @Override
    public Set<PartitionId> reads(TrendsQuery query, Boards loaded, Instant now) {
        Set<PartitionId> reads = new HashSet<>();
        reads.add(Employees.PARTITION);
        for (LocalDate date : range(query, now).dates()) {
            reads.addAll(WorkDay.reads(date, loaded.horizon(), mode, now));
        }
        return reads;
    }

    /** By the length alone: which days they are does not matter. */
    @Override
    public boolean fitsMysql(TrendsQuery query) {
        return range(query, Instant.EPOCH).fitsMysql();
    }

    @Override
    public Answer<Trends> answer(TrendsQuery query, Boards boards, Instant now) {
        long id = PersonQuery.find(query.employeeId(), boards).id();
        List<Trends.Day> trend = new ArrayList<>();
        Instant until = Instant.MAX;
        for (LocalDate date : range(query, now).dates()) {
            WorkDay day = WorkDay.of(date, boards, mode, now);
            until = day.nextTick(id).isBefore(until) ? day.nextTick(id) : until;
            if (day.scored().contains(id)) {
                trend.add(
                        new Trends.Day(date, day.items(id), day.points(id), day.efficiency(id), day.activeMinutes(id)));
            }
        }
        return new Answer<>(new Trends(true, !trend.isEmpty(), query.days(), trend), until);
    }

    private static RangeQuery range(TrendsQuery query, Instant now) {
        return RangeQuery.endingAt(CentralDay.of(now).date(), query.days());
    }
}
