package hub.projections.bottleneck;

import hub.projections.board.PartitionId;
import hub.projections.bottleneck.FlowHistory.Backup;
import hub.projections.bottleneck.FlowHistory.Hour;
import hub.projections.bottleneck.FlowHistory.StationHour;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Fraction;
import hub.projections.view.View;
import hub.projections.windows.WindowHour.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the work flowed in the last hours, by the hours of the Chicago clock: PodFactory work only. */
public final class HistoryView implements View<HistoryQuery, FlowHistory> {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:00").withZone(CentralDay.ZONE);
    private static final Fraction TOLERATED = Fraction.of(new BigDecimal("1.2"));

    @Override
    public String name() {
        return "bottleneck-history";
    }

    @Override
    public Set<PartitionId> reads(HistoryQuery query, Boards loaded, Instant now) {
        return Windows.partitions(from(query, now), to(now), loaded);
    }

    @Override
    public Answer<FlowHistory> answer(HistoryQuery query, Boards boards, Instant now) {
        Map<String, Map<String, StationRate>> hours = new TreeMap<>(Comparator.reverseOrder());
        for (Window window : Windows.podfactory(from(query, now), to(now), boards)) {
            String activity = window.activityType();
            if (activity != null) {
                hours.computeIfAbsent(HOUR.format(window.start()), hour -> new TreeMap<>(Skills.FLOW))
                        .computeIfAbsent(activity, none -> new StationRate())
                        .add(window);
            }
        }
        List<Hour> shown = new ArrayList<>();
        hours.forEach((hour, stations) -> shown.add(hour(hour, stations)));
        return new Answer<>(new FlowHistory(query.hours(), shown), to(now));
    }

    private static Hour hour(String hour, Map<String, StationRate> rates) {
        Map<String, StationHour> stations = new LinkedHashMap<>();
        rates.forEach((activity, rate) -> stations.put(activity, rate.shown()));
        List<Backup> backups = new ArrayList<>();
        for (Station station : Station.values()) {
            Fraction own = rate(station, rates);
            Fraction before =
                    station.previous().map(previous -> rate(previous, rates)).orElse(null);
            if (own != null && before != null && before.compareTo(own.times(TOLERATED)) > 0) {
                backups.add(new Backup(
                        station.displayName(), before.plus(own.negated()).round(1)));
            }
        }
        return new Hour(hour, stations, backups);
    }

    private static @Nullable Fraction rate(Station station, Map<String, StationRate> rates) {
        StationRate found = rates.get(station.activityType());
        return found == null ? null : found.rate();
    }

    private static Instant from(HistoryQuery query, Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).minus(query.hours() - 1L, ChronoUnit.HOURS);
    }

    private static Instant to(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
}
