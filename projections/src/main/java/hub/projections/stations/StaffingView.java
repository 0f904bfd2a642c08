package hub.projections.stations;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.board.Tally;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.time.CentralDay;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Decimals;
import hub.projections.view.Everything;
import hub.projections.view.Fraction;
import hub.projections.view.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stations of today by code, those with a target always (domain 3.10). PodFactory work only, as in every figure of
 * the team. The legacy looked activity types up as if they were codes, so that it never found {@code In Production}, {@code
 * QC Passed} and {@code Film Matching}; here they are {@code heat_press}, {@code qc} and {@code film}.
 */
public final class StaffingView implements View<Everything, Map<String, Staffing>> {

    private static final class Work {
        private final Set<Long> staff = new HashSet<>();
        private final MeanRate rate = new MeanRate();
        private long output;
    }

    @Override
    public String name() {
        return "station-staffing";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        Partition today = today(now);
        return Set.of(LeaderboardDay.BOARD.in(today), RateDay.BOARD.in(today));
    }

    @Override
    public Answer<Map<String, Staffing>> answer(Everything query, Boards boards, Instant now) {
        Map<String, Work> stations = new TreeMap<>();
        StationCode.words().forEach(word -> stations.put(word, new Work()));
        boards.get(LeaderboardDay.BOARD, today(now)).byEmployee().forEach((employee, day) -> {
            for (Map.Entry<@Nullable String, Tally> type :
                    day.podfactoryByType().entrySet()) {
                Work work = stations.computeIfAbsent(StationCode.of(type.getKey()), word -> new Work());
                work.staff.add(employee);
                work.output += type.getValue().items();
            }
        });
        boards.get(RateDay.BOARD, today(now)).groups().stream()
                .filter(RateDay.Group::podfactory)
                .forEach(group -> stations.computeIfAbsent(StationCode.of(group.activityType()), word -> new Work())
                        .rate
                        .add(group));
        Map<String, Staffing> body = new TreeMap<>();
        stations.forEach((word, work) -> body.put(word, staffing(word, work)));
        return new Answer<>(body, CentralDay.of(now).end());
    }

    private static Staffing staffing(String word, Work work) {
        int target = StationCode.target(word);
        Fraction percent =
                work.rate.perHour().times(Fraction.of(Decimals.HUNDRED)).over(Fraction.of(BigDecimal.valueOf(target)));
        return new Staffing(
                work.staff.size(),
                StationCode.needed(word),
                work.output,
                percent.round(0).min(Decimals.HUNDRED).intValueExact(),
                target);
    }

    private static Partition today(Instant now) {
        return new Partition.Day(CentralDay.of(now).date());
    }
}
