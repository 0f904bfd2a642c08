package hub.query.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.projections.view.DayQuery;
import hub.query.FakeView;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

    private static final Set<String> ROUTES = Set.of("leaderboard", "summary");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "read-model | false | false",
                "mysql | true | true",
                "read-model,leaderboard:mysql | true | false",
                "leaderboard:mysql | true | false",
                "Leaderboard : MySQL , summary:read-model | true | false",
                "mysql,leaderboard:read-model | false | true",
                "leaderboard:read-model,mysql | false | true",
                "mysql,leaderboard:mysql | true | true"
            })
    void eachRouteHasItsSource(String setting, boolean leaderboard, boolean summary) {
        Sources unit = Sources.parse(setting, ROUTES);
        DayQuery query = new DayQuery(LocalDate.EPOCH);
        assertThat(unit.areMysql(new FakeView("leaderboard"), query)).isEqualTo(leaderboard);
        assertThat(unit.areMysql(new FakeView("summary"), query)).isEqualTo(summary);
        assertThat(unit.useMysql()).isEqualTo(leaderboard || summary);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis | \"redis\" names no source; allowed: read-model or mysql",
                "'' | names no source",
                "mysql, | names no source",
                "leaderboard: | \"leaderboard:\" names no source",
                "leader:mysql | \"leader\" is no route that reads boards; there are: leaderboard, summary",
                "mysql,read-model | names a second source for all routes",
                "summary:mysql,summary:read-model | names a route for the second time"
            })
    void anythingElseIsRefusedByName(String setting, String says) {
        assertThatThrownBy(() -> Sources.parse(setting, ROUTES))
                .isInstanceOf(SourcesRefused.class)
                .hasMessageStartingWith("hub.query.source: ")
                .hasMessageContaining(says);
    }
}
