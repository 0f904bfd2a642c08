package hub.query.ops;

import hub.projections.Catalog;
import hub.projections.board.Board;
import hub.projections.store.Checkpoint;
import hub.query.boards.LiveBoards;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** {@code hub.parked}, by board: the rows that the board lacks because they cannot be read. Above zero, look at the list. */
public final class ParkedMeters implements MeterBinder {

    private final LiveBoards live;

    public ParkedMeters(LiveBoards live) {
        this.live = live;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Board<?> board : Catalog.boards()) {
            Gauge.builder("hub.parked", () -> rows(board.name()))
                    .description("Rows that a board lacks because they cannot be read")
                    .tag("board", board.name())
                    .register(registry);
        }
    }

    private double rows(String board) {
        Checkpoint at = live.vitals().pulse().live();
        return at == null ? Double.NaN : at.parked().byBoard().getOrDefault(board, 0L);
    }
}
