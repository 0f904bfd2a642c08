package hub.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Catalog;
import hub.projections.departments.DepartmentDay;
import hub.projections.departments.DepartmentTime;
import hub.projections.dimensions.Employees;
import hub.projections.dimensions.Roles;
import hub.projections.heatmap.HeatmapDay;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.scores.StoredScores;
import hub.projections.seals.DayRates;
import hub.projections.shifts.ShiftDay;
import hub.projections.windows.WindowHour;
import org.junit.jupiter.api.Test;

class MainModelsTest {

    @Test
    void theMainJobsBoardsAreThoseThatItsThreeViewsRead() {
        assertThat(MainModels.all())
                .containsExactlyInAnyOrder(
                        LeaderboardDay.MODEL,
                        DepartmentDay.MODEL,
                        DepartmentTime.MODEL,
                        HeatmapDay.MODEL,
                        WindowHour.MODEL,
                        ShiftDay.MODEL,
                        StoredScores.MODEL,
                        Employees.MODEL,
                        Roles.MODEL,
                        DayRates.MODEL)
                .isSubsetOf(Catalog.MODELS);
    }
}
