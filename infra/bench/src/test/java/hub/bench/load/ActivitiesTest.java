package hub.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActivitiesTest {

    private static final Workload WORKLOAD = new Workload(50_000, 10, 50, 60);

    @Test
    void fourFifthsAreInsertsAndEachStatementChangesOneRowThatIsThere() {
        Set<String> there = new HashSet<>();
        int inserts = 0;
        int updates = 0;
        for (String statement : statements()) {
            String id = statement.replaceAll("(?s).*(?:VALUES \\(|WHERE id = )(\\d+).*", "$1");
            if (statement.startsWith("INSERT")) {
                assertThat(there.add(id)).as(statement).isTrue();
                inserts++;
            } else if (statement.startsWith("UPDATE")) {
                assertThat(there).as(statement).contains(id);
                updates++;
            } else {
                assertThat(there.remove(id)).as(statement).isTrue();
            }
        }
        assertThat(inserts).isBetween(39_500, 42_500);
        assertThat(updates).isBetween(6_500, 8_000);
    }

    @Test
    void everyRunWritesTheSame() {
        assertThat(statements()).isEqualTo(statements());
    }

    private static List<String> statements() {
        Activities activities = new Activities(WORKLOAD);
        List<String> statements = new ArrayList<>();
        while (!activities.done()) {
            StringBuilder sql = new StringBuilder();
            activities.next(sql);
            statements.add(sql.toString());
        }
        return statements;
    }
}
