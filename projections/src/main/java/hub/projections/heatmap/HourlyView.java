package hub.projections.heatmap;

import hub.projections.board.PartitionId;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.DayQuery;
import hub.projections.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The heatmap's data in the other shape that the legacy has for them (domain 3.5). */
public final class HourlyView implements View<DayQuery, List<HourlyRow>> {

    private final HeatmapView heatmap = new HeatmapView();

    @Override
    public String name() {
        return "hourly";
    }

    @Override
    public Set<PartitionId> reads(DayQuery query, Boards loaded, Instant now) {
        return heatmap.reads(query, loaded, now);
    }

    @Override
    public Answer<List<HourlyRow>> answer(DayQuery query, Boards boards, Instant now) {
        Answer<List<HeatmapRow>> answer = heatmap.answer(query, boards, now);
        return new Answer<>(answer.body().stream().map(HourlyRow::of).toList(), answer.until());
    }
}
