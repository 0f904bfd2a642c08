package hub.projections.bottleneck;

import hub.projections.board.Partition;
import hub.projections.board.PartitionId;
import hub.projections.bottleneck.Flow.Bottleneck;
import hub.projections.bottleneck.Flow.StationState;
import hub.projections.bottleneck.Flow.Summary;
import hub.projections.bottleneck.Flow.Worker;
import hub.projections.dimensions.Employees;
import hub.projections.leaderboard.LeaderboardDay;
import hub.projections.shifts.ShiftDay;
import hub.projections.time.CentralDay;
import hub.projections.time.WallClock;
import hub.projections.view.Answer;
import hub.projections.view.Boards;
import hub.projections.view.Everything;
import hub.projections.view.View;
import hub.projections.windows.WindowHour.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the work is held up now (domain 4.6): PodFactory windows that began in the last 30 minutes, and today's. What is
 * current slides with the clock, not with the hours in which windows are stored.
 */
public final class FlowView implements View<Everything, Flow> {

    private static final int SKILL_DAYS = 7;

    @Override
    public String name() {
        return "bottleneck";
    }

    @Override
    public Set<PartitionId> reads(Everything query, Boards loaded, Instant now) {
        LocalDate today = CentralDay.of(now).date();
        Set<PartitionId> reads = new HashSet<>(Windows.partitions(from(now), end(now), loaded));
        reads.add(Employees.PARTITION);
        reads.add(ShiftDay.BOARD.in(new Partition.Day(today)));
        for (LocalDate day : skillDays(now)) {
            reads.add(LeaderboardDay.BOARD.in(new Partition.Day(day)));
        }
        return reads;
    }

    @Override
    public Answer<Flow> answer(Everything query, Boards boards, Instant now) {
        CentralDay today = CentralDay.of(now);
        List<Window> windows = Windows.podfactory(from(now), end(now), boards);
        Map<Station, StationFacts> facts = new EnumMap<>(Station.class);
        for (Station station : Station.values()) {
            List<Window> own = windows.stream()
                    .filter(window -> station.activityType().equals(window.activityType()))
                    .toList();
            facts.put(station, StationFacts.of(own, today.start(), now));
        }
        Diagnosis diagnosis = new Diagnosis(facts, now);
        Optional<Station> primary = primary(diagnosis);
        Skills skills = new Skills();
        skillDays(now).forEach(day -> skills.add(boards.get(LeaderboardDay.BOARD, new Partition.Day(day))));
        ShiftDay shifts = boards.get(ShiftDay.BOARD, new Partition.Day(today.date()));
        List<Worker> workers = new Workers(shifts, windows, skills, primary, now)
                .available(boards.get(Employees.BOARD, Partition.ALL));
        Flow flow = new Flow(
                WallClock.iso(now),
                Arrays.stream(Station.values())
                        .map(station -> state(station, diagnosis, now))
                        .toList(),
                bottlenecks(diagnosis),
                primary.map(station -> bottleneck(station, diagnosis)).orElse(null),
                workers,
                Recommendations.of(primary, workers, skills),
                Predictions.of(diagnosis),
                summary(diagnosis));
        return new Answer<>(flow, new Ticks(now).next(windows, facts.values(), shifts));
    }

    /** The day's start, or earlier while the last 30 minutes began yesterday. */
    private static Instant from(Instant now) {
        Instant current = now.minus(StationFacts.CURRENT);
        Instant start = CentralDay.of(now).start();
        return current.isBefore(start) ? current : start;
    }

    private static Instant end(Instant now) {
        return CentralDay.of(now).end();
    }

    private static List<LocalDate> skillDays(Instant now) {
        LocalDate today = CentralDay.of(now).date();
        return today.minusDays(SKILL_DAYS - 1).datesUntil(today.plusDays(1)).toList();
    }

    private static Optional<Station> primary(Diagnosis diagnosis) {
        return Arrays.stream(Station.values())
                .filter(diagnosis::isBottleneck)
                .min(Comparator.<Station, Long>comparing(diagnosis::queueGrowth, Comparator.reverseOrder())
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static List<Bottleneck> bottlenecks(Diagnosis diagnosis) {
        return Arrays.stream(Station.values())
                .filter(diagnosis::isBottleneck)
                .map(station -> bottleneck(station, diagnosis))
                .toList();
    }

    private static Bottleneck bottleneck(Station station, Diagnosis diagnosis) {
        Status status = diagnosis.status(station);
        return new Bottleneck(
                station.displayName(),
                status.level(),
                diagnosis.queueGrowth(station),
                diagnosis.workers(station),
                status.word());
    }

    private static StationState state(Station station, Diagnosis diagnosis, Instant now) {
        StationFacts facts = diagnosis.facts(station);
        Status status = diagnosis.status(station);
        return new StationState(
                station.displayName(),
                station.activityType(),
                facts.workers().size(),
                diagnosis.inputRate(station),
                facts.outputRate(),
                facts.outputRate(),
                diagnosis.queueGrowth(station),
                diagnosis.estimatedQueue(station),
                status.word(),
                status.level(),
                facts.lastEnd() == null ? null : WallClock.iso(facts.lastEnd()),
                facts.minutesSinceLast(now),
                facts.todayTotal());
    }

    private static Summary summary(Diagnosis diagnosis) {
        Set<Long> workers = Arrays.stream(Station.values())
                .flatMap(station -> diagnosis.facts(station).workers().stream())
                .collect(Collectors.toSet());
        return new Summary(
                workers.size(),
                Arrays.stream(Station.values()).mapToLong(diagnosis::outputRate).sum(),
                bottlenecks(diagnosis).size());
    }
}
