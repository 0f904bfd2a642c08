package hub.projections;

import hub.projections.board.Board;
import hub.projections.departments.DepartmentDay;
import hub.projections.departments.DepartmentTargets;
import hub.projections.departments.DepartmentTime;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.PodfactoryMappings;
import hub.projections.dimensions.Roles;
import hub.projections.flags.Flags;
import hub.projections.gamification.AwardList;
import hub.projections.gamification.Challenges;
import hub.projections.gamification.Participants;
import hub.projections.heatmap.HeatmapDay;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.model.ReadModel;
import hub.projections.payrates.Payrates;
import hub.projections.portal.PersonalAchievements;
import hub.projections.portal.PersonalGoals;
import hub.projections.scores.StoredScores;
import hub.projections.seals.DayRates;
import hub.projections.seals.SealDay;
import hub.projections.shifts.ClockOutDay;
import hub.projections.shifts.ShiftDay;
import hub.projections.stations.RateDay;
import hub.projections.windows.WindowHour;
import java.util.List;

/** The explicit list of everything that is projected. What is not listed here does not exist. */
public final class Catalog {

    /** Every read model. Order does not matter. */
    public static final List<ReadModel<?>> MODELS = List.of(
            LeaderboardDay.MODEL,
            DepartmentDay.MODEL,
            DepartmentTime.MODEL,
            HeatmapDay.MODEL,
            RateDay.MODEL,
            WindowHour.MODEL,
            ShiftDay.MODEL,
            ClockOutDay.MODEL,
            StoredScores.MODEL,
            Employees.MODEL,
            Roles.MODEL,
            PodfactoryMappings.MODEL,
            DepartmentTargets.MODEL,
            PersonalGoals.MODEL,
            PersonalAchievements.MODEL,
            AwardList.MODEL,
            Challenges.MODEL,
            Participants.MODEL,
            Flags.MODEL,
            Payrates.MODEL,
            SealDay.MODEL,
            DayRates.MODEL);

    /** Of the cells of {@link #MODELS} and the capture list; a generation filled under another digest is rebuilt. */
    public static final String DIGEST = Digest.of(MODELS);

    private Catalog() {}

    /** Every board. */
    public static List<Board<?>> boards() {
        return MODELS.stream().<Board<?>>map(ReadModel::board).toList();
    }
}
