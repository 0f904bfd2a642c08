package hub.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hub.projections.Catalog;
import hub.projections.board.Board;
import org.junit.jupiter.api.Test;

class RowCountsTest {

    @Test
    void everyBoardHasACount() {
        assertThat(RowCounts.ROWS)
                .containsOnlyKeys(Catalog.boards().stream().map(Board::name).toList());
    }
}
