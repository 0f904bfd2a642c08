package hub.projections.highlights;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.dimensions.Employees;
import hub.projections.idle.IdleNow;
import hub.projections.time.CentralDay;
import hub.projections.time.WallClock;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.ScoreMode;
import hub.projections.view.View;
import hub.projections.workday.Standing;
import hub.projections.workday.WorkDay;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The three active employees with the fewest points today, more than none and less than 50 (domain 3.5): points, then
 * items, both ascending, then id. After them, one alert for everybody who is idle, the longest idle first.
 */
public final class AlertsView implements View<Everything, List<Alert>> {

    private static final int SHOWN = 3;
    private static final BigDecimal ENOUGH = BigDecimal.valueOf(50);

    private static final Comparator<Standing> LOWEST_FIRST = Comparator.comparing(Standing::points)
            .thenComparing(Standing::items)
            .thenComparing(standing -> standing.employee().id());

    private final ScoreMode mode;

    public AlertsView(ScoreMode mode) {
        this.mode = mode;
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(WorkDay.reads(today, loaded.horizon(), mode, now));
        reads.addAll(IdleNow.reads(loaded.horizon(), now));
        return reads;
    }

    @Override
    public Answer<List<Alert>> answer(Everything query, Boards boards, Instant now) {
        CentralDay today = CentralDay.of(now);
        WorkDay work = WorkDay.of(today.date(), boards, mode, now);
        Employees employees = boards.get(Employees.BOARD, Partition.ALL);
        List<Standing> low = Standing.active(work, employees).stream()
                .filter(standing ->
                        standing.points().signum() > 0 && standing.points().compareTo(ENOUGH) < 0)
                .sorted(LOWEST_FIRST)
                .limit(SHOWN)
                .toList();
        List<Alert> alerts = new ArrayList<>();
        for (Standing standing : low) {
            alerts.add(Alert.lowPerformance(
                    alerts.size() + 1,
                    standing.employee().name() + " has only "
                            + Decimals.round(standing.points(), 1).toPlainString() + " points today"));
        }
        IdleNow idle = IdleNow.of(boards, now);
        for (IdleNow.Idler idler : idle.idle()) {
            alerts.add(
                    Alert.idle(alerts.size() + 1, text(idler), idler.idleness().severity()));
        }
        return new Answer<>(alerts, idle.nextTick().isBefore(today.end()) ? idle.nextTick() : today.end());
    }

    private static String text(IdleNow.Idler idler) {
        return idler.employee().name()
                + switch (idler.idleness().status()) {
                    case SINCE_CLOCK_IN -> " has done nothing since clocking in at ";
                    case AFTER_ACTIVITY -> " has been idle since ";
                }
                + WallClock.minutes(idler.idleness().since());
    }
}
