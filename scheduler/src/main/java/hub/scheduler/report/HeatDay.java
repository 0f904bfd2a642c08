package hub.scheduler.report;

import hub.projections.heatmap.HeatmapRow;
import java.time.LocalDate;
import java.util.List;

/** One row of the heatmap: the hours 6 to 17 of a Central day. */
public record HeatDay(LocalDate date, List<HeatmapRow> hours) {

    public HeatDay {
        hours = List.copyOf(hours);
    }
}
