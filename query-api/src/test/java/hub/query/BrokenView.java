package hub.query;

import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayQuery;
import hub.projections.view.View;
import java.time.Instant;
import java.util.Set;

/** A view with a defect, whose message must never leave the process. */
public final class BrokenView implements View<DayQuery, String> {

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
        throw new IllegalStateException("SELECT secret FROM hub.internal.Table");
    }

    @Override
    public Answer<String> answer(DayQuery query, Boards boards, Instant now) {
        return new Answer<>("", Instant.MAX);
    }
}
