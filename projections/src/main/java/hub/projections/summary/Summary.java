package hub.projections.summary;

import hub.projections.departments.DepartmentRow;
import hub.projections.heatmap.HeatmapRow;
import hub.projections.highlights.Achievements;
import hub.projections.highlights.Alert;
import hub.projections.highlights.StreakLeader;
import hub.projections.leaderboard.LeaderboardRow;
import hub.projections.team.TeamMetrics;
import java.util.List;

/**
 * Each part exactly as its own route answers it.
 *
 * @param date the Central day that "today" is, {@code YYYY-MM-DD}
 */
public record Summary(
        String date,
        List<LeaderboardRow> leaderboard,
        List<DepartmentRow> departments,
        TeamMetrics teamMetrics,
        List<HeatmapRow> hourlyHeatmap,
        List<StreakLeader> streakLeaders,
        Achievements achievements,
        List<Alert> alerts) {}
