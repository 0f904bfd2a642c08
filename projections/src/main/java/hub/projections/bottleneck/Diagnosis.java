package hub.projections.bottleneck;

import hub.projections.time.CentralDay;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What becomes of the stations' figures: rates in and out, queues and a status for each (domain 4.6). */
final class Diagnosis {

    /** From this hour of the Chicago clock on, a station without work is idle; before, it has not started. */
    static final int STARTED_BY = 10;

    private static final int COMPLETE_AFTER_MINUTES = 60;
    private static final int JUST_STOPPED_MINUTES = 30;
    private static final int WARM_UP_MINUTES = 10;
    private static final int COMPLETE_FROM = 100;
    private static final int PICKING_COMPLETE_FROM = 500;

    private final Map<Station, StationFacts> facts;
    private final Instant now;

    Diagnosis(Map<Station, StationFacts> facts, Instant now) {
        this.facts = new EnumMap<>(facts);
        this.now = now;
    }

    StationFacts facts(Station station) {
        StationFacts found = facts.get(station);
        if (found == null) {
            throw new IllegalArgumentException("no figures of " + station);
        }
        return found;
    }

    int workers(Station station) {
        return facts(station).workers().size();
    }

    long outputRate(Station station) {
        return facts(station).outputRate();
    }

    long inputRate(Station station) {
        return station.previous().map(this::outputRate).orElse(0L);
    }

    long queueGrowth(Station station) {
        return station.previous().isEmpty() ? 0 : inputRate(station) - outputRate(station);
    }

    long estimatedQueue(Station station) {
        return Math.max(0, queueGrowth(station)) / 2;
    }

    Status status(Station station) {
        return workers(station) == 0 ? statusOfNobody(station) : statusOfSomebody(station);
    }

    /** Whether this is what the other rules look at as a bottleneck: held up, with people at work. */
    boolean isBottleneck(Station station) {
        return workers(station) > 0 && status(station).holdsUp();
    }

    private Status statusOfNobody(Station station) {
        Status status = emptyStatus(station);
        boolean done = station == Station.PICKING && facts(station).todayTotal() > PICKING_COMPLETE_FROM;
        return status == Status.IDLE && done ? Status.COMPLETE : status;
    }

    private Status emptyStatus(Station station) {
        Long minutes = facts(station).minutesSinceLast(now);
        if (minutes == null) {
            return CentralDay.wallClockHour(now) < STARTED_BY ? Status.NOT_STARTED : Status.IDLE;
        }
        if (minutes > COMPLETE_AFTER_MINUTES && facts(station).todayTotal() > COMPLETE_FROM && isPassedOn(station)) {
            return Status.COMPLETE;
        }
        return minutes <= JUST_STOPPED_MINUTES ? Status.RECENTLY_STOPPED : Status.IDLE;
    }

    private boolean isPassedOn(Station station) {
        return Arrays.stream(Station.values()).anyMatch(later -> later.compareTo(station) > 0 && workers(later) > 0);
    }

    private Status statusOfSomebody(Station station) {
        Long minutes = facts(station).minutesSinceLast(now);
        if (outputRate(station) <= 0) {
            return minutes != null && minutes < WARM_UP_MINUTES ? Status.WARMING_UP : Status.CRITICAL;
        }
        if (queueGrowth(station) > 50) {
            return Status.BOTTLENECK;
        }
        if (queueGrowth(station) > 20) {
            return Status.SLOW;
        }
        return outputRate(station) < 10 && workers(station) >= 3 ? Status.INEFFICIENT : Status.FLOWING;
    }
}
