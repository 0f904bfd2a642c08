package hub.query.dashboard;

import hub.projections.attendance.HistoryQuery;
import hub.projections.attendance.LiveMinutesView;
import hub.projections.attendance.ShiftHistoryView;
import hub.projections.attendance.ShiftLogView;
import hub.projections.attendance.WorkingNowView;
import hub.projections.attendance.WorkingTodayView;
import hub.projections.feed.ActivityLogQuery;
import hub.projections.feed.ActivityLogView;
import hub.projections.staff.EmployeeQuery;
import hub.projections.view.DayQuery;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.query.http.Parameter;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.time.LocalDate;
import java.util.List;

/** Who is at work and what was logged, under the paths that the legacy has for Connecteam and PodFactory. */
final class AttendanceViews {

    private static final Parameter<Long> ID = Parameter.id("id", "The employee");
    private static final Parameter<LocalDate> DATE = Parameter.pathDay("date", "The Central day");
    private static final Parameter<Long> LIMIT = Parameter.integer(
                    "limit", 1, ActivityLogQuery.MAX, "The most entries wanted, the earliest first")
            .or((long) ActivityLogQuery.MAX, Integer.toString(ActivityLogQuery.MAX));

    private AttendanceViews() {}

    static List<ViewRoute<?>> of(ScoreMode scores) {
        return List.of(
                ViewRoute.of(
                        new WorkingTodayView(scores),
                        "/api/connecteam/working/today",
                        Scope.READ,
                        "The shifts that began today, and how many people they are",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new WorkingNowView(scores),
                        "/api/connecteam/working/now",
                        Scope.READ,
                        "Who is at work now",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new ShiftLogView(scores),
                        "/api/connecteam/shifts/{date}",
                        Scope.READ,
                        "The shifts that began on a day",
                        QueryShape.of(DATE, DayQuery::new)),
                ViewRoute.of(
                        new LiveMinutesView(scores),
                        "/api/connecteam/employee/{id}/live-minutes",
                        Scope.EMPLOYEE_READ,
                        "How long a person has been at work; not found for who is not",
                        QueryShape.of(ID, EmployeeQuery::new)),
                ViewRoute.of(
                        new ShiftHistoryView(scores),
                        "/api/connecteam/employee/{id}/shift-history",
                        Scope.EMPLOYEE_READ,
                        "A person's shifts of up to 92 days",
                        new QueryShape<>(
                                List.of(ID, Ranges.START, Ranges.END),
                                arguments -> new HistoryQuery(
                                        arguments.get(ID), Ranges.upToToday(arguments, HistoryQuery.USUAL_DAYS)))),
                ViewRoute.of(
                        new ActivityLogView(),
                        "/api/activities/activity/{date}",
                        Scope.READ,
                        "The windows of work that began on a day",
                        QueryShape.of(DATE, LIMIT, (date, limit) -> new ActivityLogQuery(date, limit.intValue()))));
    }
}
