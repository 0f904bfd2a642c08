package hub.scheduler.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about one Central day. Scores are those of the seal; departments, hours and shifts are those of the
 * same position, with open shifts as they stood when the day was sealed.
 *
 * @param metrics the day beside the previous working day and the trailing week
 * @param top active people by points, items (both descending), id; at most five, only people with points or items
 * @param week the seven days before and the day itself, oldest first; days that are no longer held are absent
 * @param heat the same days by hour
 * @param previous the latest of the seven days before on which anybody worked; null if there is none
 * @param cost null where it is not to be shown
 * @param remarks what a reader should know before relying on a figure
 */
public record DailyReport(
        LocalDate date,
        Edition edition,
        List<Metric> metrics,
        List<TopLine> top,
        List<DepartmentLine> departments,
        List<DayFigures> week,
        List<HeatDay> heat,
        @Nullable LocalDate previous,
        @Nullable Spread spread,
        @Nullable CostPart cost,
        List<String> remarks) {

    /** @param fewest items of the person with the fewest, among those with items; @param most of the one with the most */
    public record Spread(long fewest, long most) {}

    public DailyReport {
        metrics = List.copyOf(metrics);
        top = List.copyOf(top);
        departments = List.copyOf(departments);
        week = List.copyOf(week);
        heat = List.copyOf(heat);
        remarks = List.copyOf(remarks);
    }

    /** The day itself. */
    public DayFigures day() {
        return week.getLast();
    }

    /** Whether nobody was there and nothing was done. */
    public boolean empty() {
        return !day().worked();
    }

    /** The same report with its cost part. */
    public DailyReport withCost(CostPart cost) {
        return copy(cost);
    }

    /** The same report for readers who may not see what people are paid. */
    public DailyReport withoutCost() {
        return copy(null);
    }

    /** The same report with one more remark. */
    public DailyReport withRemark(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new DailyReport(date, edition, metrics, top, departments, week, heat, previous, spread, cost, more);
    }

    private DailyReport copy(@Nullable CostPart part) {
        return new DailyReport(date, edition, metrics, top, departments, week, heat, previous, spread, part, remarks);
    }
}
