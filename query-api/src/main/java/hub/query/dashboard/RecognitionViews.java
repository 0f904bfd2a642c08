package hub.query.dashboard;

import hub.projections.flags.FlagCountsView;
import hub.projections.flags.UnreviewedQuery;
import hub.projections.flags.UnreviewedView;
import hub.projections.gamification.AwardBoardView;
import hub.projections.gamification.ChallengesView;
import hub.projections.gamification.Period;
import hub.projections.gamification.PeriodQuery;
import hub.projections.gamification.PersonAwardsQuery;
import hub.projections.gamification.PersonAwardsView;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.query.http.Parameter;
import hub.query.http.QueryShape;
import hub.query.http.ViewRoute;
import hub.query.security.Scope;
import java.util.List;

/** Awards, challenges and flags: what lives in tables that a database may lack. */
final class RecognitionViews {

    private static final Parameter<Period> PERIOD = Parameter.choice(
                    "period", Period.class, "Which awards count: today's, a week's, the month's, or all")
            .or(Period.WEEKLY, "weekly");

    private static final Parameter<Long> LIMIT = Parameter.integer(
                    "limit", 1, UnreviewedQuery.MAX_LIMIT, "How many at most")
            .or((long) UnreviewedQuery.MAX_LIMIT, Integer.toString(UnreviewedQuery.MAX_LIMIT));

    private RecognitionViews() {}

    static List<ViewRoute<?>> of(ScoreMode scores) {
        return List.of(
                ViewRoute.of(
                        new PersonAwardsView(scores),
                        "/api/gamification/achievements/{id}",
                        Scope.EMPLOYEE_READ,
                        "What one person was awarded",
                        QueryShape.of(Parameter.id("id", "The employee"), PersonAwardsQuery::new)),
                ViewRoute.of(
                        new AwardBoardView(scores),
                        "/api/gamification/leaderboard",
                        Scope.READ,
                        "The ten most awarded people of a period",
                        QueryShape.of(PERIOD, PeriodQuery::new)),
                ViewRoute.of(
                        new ChallengesView(),
                        "/api/gamification/challenges/active",
                        Scope.READ,
                        "The challenges that are on today",
                        QueryShape.always(Everything.QUERY)),
                ViewRoute.of(
                        new UnreviewedView(),
                        "/api/flags/unreviewed",
                        Scope.READ,
                        "The newest flags that nobody has reviewed",
                        QueryShape.of(LIMIT, limit -> new UnreviewedQuery(limit.intValue()))),
                ViewRoute.of(
                        new FlagCountsView(),
                        "/api/flags/stats",
                        Scope.READ,
                        "How many flags there are, of which type and hour",
                        QueryShape.always(Everything.QUERY)));
    }
}
