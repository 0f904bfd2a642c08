package hub.projections.summary;

import hub.projections.board.PartitionId;
import hub.projections.departments.DepartmentsQuery;
import hub.projections.departments.DepartmentsView;
import hub.projections.heatmap.HeatmapView;
import hub.projections.highlights.AchievementsView;
import hub.projections.highlights.AlertsView;
import hub.projections.highlights.StreakLeadersView;
import hub.projections.leaderboard.LeaderboardView;
import hub.projections.team.TeamMetricsView;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayQuery;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Today's views that a first page shows, from the same boards and at the same instant: the sums of its parts always agree.
 * It defines nothing of its own.
 */
public final class SummaryView implements View<Everything, Summary> {

    private final LeaderboardView leaderboard;
    private final DepartmentsView departments;
    private final TeamMetricsView team;
    private final HeatmapView heatmap = new HeatmapView();
    private final StreakLeadersView streaks;
    private final AchievementsView achievements;
    private final AlertsView alerts;

    /** @param dailyGoal see {@link TeamMetricsView} */
    public SummaryView(ScoreMode mode, int dailyGoal) {
        leaderboard = new LeaderboardView(mode);
        departments = new DepartmentsView(mode);
        team = new TeamMetricsView(mode, dailyGoal);
        streaks = new StreakLeadersView(mode);
        achievements = new AchievementsView(mode);
        alerts = new AlertsView(mode);
    }

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public Set<String> parts(Everything query) {
        return Set.of(
                name(),
                leaderboard.name(),
                departments.name(),
                team.name(),
                heatmap.name(),
                streaks.name(),
                achievements.name(),
                alerts.name());
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(leaderboard.reads(new DayQuery(today), loaded, now));
        reads.addAll(departments.reads(new DepartmentsQuery(today), loaded, now));
        reads.addAll(team.reads(query, loaded, now));
        reads.addAll(heatmap.reads(new DayQuery(today), loaded, now));
        reads.addAll(streaks.reads(query, loaded, now));
        reads.addAll(achievements.reads(query, loaded, now));
        reads.addAll(alerts.reads(query, loaded, now));
        return reads;
    }

    @Override
    public Answer<Summary> answer(Everything query, Boards boards, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        var people = leaderboard.answer(new DayQuery(today), boards, now);
        var stations = departments.answer(new DepartmentsQuery(today), boards, now);
        var figures = team.answer(query, boards, now);
        var hours = heatmap.answer(new DayQuery(today), boards, now);
        var longest = streaks.answer(query, boards, now);
        var reached = achievements.answer(query, boards, now);
        var lowest = alerts.answer(query, boards, now);
        Summary summary = new Summary(
                today.toString(),
                people.body(),
                stations.body(),
                figures.body(),
                hours.body(),
                longest.body(),
                reached.body(),
                lowest.body());
        Instant until = CentralDay.of(now).end();
        for (Answer<?> part : List.of(people, stations, figures, hours, longest, reached, lowest)) {
            until = part.until().isBefore(until) ? part.until() : until;
        }
        return new Answer<>(summary, until);
    }
}
