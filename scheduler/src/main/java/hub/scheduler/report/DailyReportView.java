package hub.scheduler.report;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.departments.DepartmentRow;
import hub.projections.departments.DepartmentsQuery;
import hub.projections.departments.DepartmentsView;
import hub.projections.heatmap.HeatmapView;
import hub.projections.leaderboard.DayScores;
import hub.projections.leaderboard.LeaderboardView;
import hub.projections.shifts.ShiftDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayNotHeld;
import hub.projections.view.DayQuery;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The daily report as a view over the same boards as every other one. It is always evaluated at the instant of the seal,
 * so a report made again of the same seal and position says the same.
 */
public final class DailyReportView implements View<ReportQuery, DailyReport> {

    private static final int WEEK = 7;

    private final ScoreMode mode;
    private final LeaderboardView leaderboard;
    private final DepartmentsView departments;
    private final HeatmapView heatmap = new HeatmapView();

    public DailyReportView(ScoreMode mode) {
        this.mode = mode;
        this.leaderboard = new LeaderboardView(mode);
        this.departments = new DepartmentsView(mode);
    }

    @Override
    public String name() {
        return "daily-report";
    }

    @Override
    public Set<PartitionId> reads(ReportQuery query, Boards loaded, Instant now) {
        DayNotHeld.check(query.date(), loaded.horizon());
        Instant at = query.edition().evaluatedAt();
        Set<PartitionId> reads = new HashSet<>(leaderboard.reads(new DayQuery(query.date()), loaded, at));
        for (LocalDate date : days(query.date(), loaded)) {
            reads.addAll(DayScores.partitions(date, at));
            reads.add(ShiftDay.BOARD.in(new Partition.Day(date)));
            reads.addAll(heatmap.reads(new DayQuery(date), loaded, at));
            reads.addAll(departments.reads(new DepartmentsQuery(date), loaded, at));
        }
        return reads;
    }

    @Override
    public Answer<DailyReport> answer(ReportQuery query, Boards boards, Instant now) {
        LocalDate date = query.date();
        Instant at = query.edition().evaluatedAt();
        ScoredDay scores = ScoredDay.sealed(date, boards);
        ClockedDay clock = ClockedDay.of(date, boards, mode, at);
        List<DayFigures> before = new ArrayList<>();
        List<HeatDay> heat = new ArrayList<>();
        for (LocalDate day : days(date, boards)) {
            if (day.isBefore(date)) {
                ScoredDay then = ScoredDay.standing(day, boards, mode, at);
                before.add(Figures.of(day, boards, then, ClockedDay.of(day, boards, mode, at)));
            }
            heat.add(new HeatDay(
                    day, heatmap.answer(new DayQuery(day), boards, at).body()));
        }
        DayFigures figures = Figures.of(date, boards, scores, clock);
        List<DayFigures> week = new ArrayList<>(before);
        week.add(figures);
        LocalDate previous = before.stream()
                .filter(DayFigures::worked)
                .map(DayFigures::date)
                .reduce((earlier, later) -> later)
                .orElse(null);
        return new Answer<>(
                new DailyReport(
                        date,
                        query.edition(),
                        Metrics.of(figures, before),
                        TopFive.of(
                                leaderboard
                                        .answer(new DayQuery(date), boards, at)
                                        .body(),
                                scores),
                        departments(date, previous, boards, at),
                        week,
                        heat,
                        previous,
                        scores.spread(),
                        null,
                        Remarks.of(query.edition(), scores.items(), Figures.recorded(date, boards), clock)),
                Instant.MAX);
    }

    /** Those of the trailing week that are held, and the day itself; oldest first. */
    private static List<LocalDate> days(LocalDate date, Boards boards) {
        LocalDate first = date.minusDays(WEEK);
        return first.datesUntil(date.plusDays(1))
                .filter(day -> !day.isBefore(boards.horizon().history()))
                .toList();
    }

    private List<DepartmentLine> departments(LocalDate date, @Nullable LocalDate previous, Boards boards, Instant at) {
        Map<@Nullable String, Long> then = new HashMap<>();
        if (previous != null) {
            for (DepartmentRow row : departments
                    .answer(new DepartmentsQuery(previous), boards, at)
                    .body()) {
                then.put(row.departmentName(), row.totalItems());
            }
        }
        return departments.answer(new DepartmentsQuery(date), boards, at).body().stream()
                .map(row -> new DepartmentLine(
                        row.departmentName(),
                        row.employeeCount(),
                        row.totalItems(),
                        row.totalHours(),
                        row.efficiency(),
                        row.vsTarget(),
                        previous == null ? null : then.getOrDefault(row.departmentName(), 0L)))
                .toList();
    }
}
