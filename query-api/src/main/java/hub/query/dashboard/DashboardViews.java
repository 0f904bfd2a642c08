package hub.query.dashboard;

import hub.projections.departments.DepartmentsQuery;
import hub.projections.departments.DepartmentsView;
import hub.projections.departments.HoursMode;
import hub.projections.heatmap.HeatmapView;
import hub.projections.leaderboard.LeaderboardView;
import hub.projections.summary.SummaryView;
import hub.projections.view.DayQuery;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.query.http.Parameter;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every view that is served, one declaration each. The legacy also sends {@code utc_start} and {@code utc_end}: the day's
 * edges are ours to know, so they are ignored like any other parameter that is not declared.
 */
public final class DashboardViews {

    private static final Parameter<HoursMode> HOURS_MODE = Parameter.choice(
                    "hours_mode", HoursMode.class, "Whose hours count where, for people in several departments")
            .or(HoursMode.FULL, "full");

    private DashboardViews() {}

    /**
     * The views, with scores in the given mode.
     *
     * @param dailyGoal the team's, in QC-passed items
     */
    public static List<ViewRoute<?>> of(ScoreMode scores, int dailyGoal) {
        return Stream.of(
                        days(scores),
                        List.of(summary(scores, dailyGoal)),
                        TodayViews.of(scores, dailyGoal),
                        StaffViews.of(scores),
                        AnalysisViews.of(scores),
                        FlowViews.all(),
                        StationViews.all(),
                        AttendanceViews.of(scores),
                        PortalViews.of(scores),
                        RecognitionViews.of(scores),
                        TrendViews.of(scores))
                .<ViewRoute<?>>flatMap(List::stream)
                .toList();
    }

    private static ViewRoute<?> summary(ScoreMode scores, int dailyGoal) {
        return ViewRoute.of(
                new SummaryView(scores, dailyGoal),
                "/api/dashboard/summary",
                Scope.READ,
                "What a first page shows of today, at one position and one instant",
                QueryShape.always(Everything.QUERY));
    }

    private static List<ViewRoute<?>> days(ScoreMode scores) {
        return List.of(
                ViewRoute.of(
                        new LeaderboardView(scores),
                        "/api/dashboard/leaderboard",
                        Scope.READ,
                        "The people of a day, by points",
                        Common.day(DayQuery::new)),
                ViewRoute.of(
                        new DepartmentsView(scores),
                        "/api/dashboard/departments/stats",
                        Scope.READ,
                        "The departments of a day: items against what their hours let expect",
                        QueryShape.of(Common.DATE, HOURS_MODE, DepartmentsQuery::new)),
                ViewRoute.of(
                        new HeatmapView(),
                        "/api/dashboard/analytics/hourly-heatmap",
                        Scope.READ,
                        "People, items and points per hour of a day, 6:00 to 17:00",
                        Common.day(DayQuery::new)));
    }
}
