package hub.projections.trend;

import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.WorkDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the team's days develop; with a role, those of the people whose primary role it is within the days asked for. The work
 * of people who have left counts.
 */
public final class TeamTrendView implements View<TeamTrendQuery, TeamTrend> {

    private final String name;
    private final ScoreMode mode;

    /** @param name of the route: two of them tell the same */
    public TeamTrendView(String name, ScoreMode mode) {
        this.name = name;
        this.mode = mode;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<PartitionId> reads(TeamTrendQuery query, Boards loaded, Instant now) {
        List<LocalDate> dates = query.range(now).dates();
        Set<PartitionId> reads = new HashSet<>(PrimaryRoles.partitions(dates));
        for (LocalDate date : dates) {
            reads.addAll(WorkDay.reads(date, loaded.horizon(), mode, now));
        }
        return reads;
    }

    @Override
    public boolean fitsMysql(TeamTrendQuery query) {
        return query.range(Instant.EPOCH).fitsMysql();
    }

    @Override
    public Answer<TeamTrend> answer(TeamTrendQuery query, Boards boards, Instant now) {
        List<LocalDate> dates = query.range(now).dates();
        Long role = query.role().orElse(null);
        Predicate<Long> wanted = PrimaryRoles.of(dates, boards).in(role);
        List<DayTotals> days = new ArrayList<>();
        Instant until = Instant.MAX;
        for (LocalDate date : dates) {
            WorkDay day = WorkDay.of(date, boards, mode, now);
            until = day.nextTick().isBefore(until) ? day.nextTick() : until;
            DayTotals totals = DayTotals.of(date, day, wanted);
            if (totals.people() > 0) {
                days.add(totals);
            }
        }
        return new Answer<>(trend(role, query.days(), days), until);
    }

    private static TeamTrend trend(@Nullable Long role, int asked, List<DayTotals> days) {
        Series series = new Series(days.stream().map(DayTotals::points).toList());
        List<TeamTrend.TeamDay> daily = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            DayTotals day = days.get(i);
            daily.add(new TeamTrend.TeamDay(
                    day.date(),
                    day.people(),
                    day.items(),
                    day.points(),
                    day.efficiency(),
                    series.movingAverage(i, 7),
                    series.movingAverage(i, 14)));
        }
        return new TeamTrend(
                role,
                asked,
                days.size(),
                series.direction(),
                series.changePercent(),
                series.consistency(),
                days.stream().mapToLong(DayTotals::items).sum(),
                Decimals.round(series.total(), 2),
                series.average(),
                daily,
                weeks(days));
    }

    private static List<TeamTrend.TeamWeek> weeks(List<DayTotals> days) {
        TreeMap<String, TeamTrend.TeamWeek> weeks = new TreeMap<>();
        for (DayTotals day : days) {
            TeamTrend.TeamWeek one = new TeamTrend.TeamWeek(week(day.date()), 1, day.items(), day.points());
            weeks.merge(
                    one.week(),
                    one,
                    (a, b) -> new TeamTrend.TeamWeek(
                            a.week(),
                            a.days() + b.days(),
                            a.items() + b.items(),
                            a.points().add(b.points())));
        }
        return List.copyOf(weeks.values());
    }

    private static String week(LocalDate date) {
        return "%d-W%02d".formatted(date.get(IsoFields.WEEK_BASED_YEAR), date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
