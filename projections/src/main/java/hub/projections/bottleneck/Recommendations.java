package hub.projections.bottleneck;

import hub.projections.bottleneck.Flow.Recommendation;
import hub.projections.bottleneck.Flow.Worker;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who could help where the work is held up most. */
final class Recommendations {

    private static final int HELPERS = 3;
    /** Enough to tell two averages of items per row apart. */
    private static final int EXACT = 10;

    private Recommendations() {}

    static List<Recommendation> of(Optional<Station> primary, List<Worker> available, Skills skills) {
        return primary.map(station -> helpers(station, available, skills)).orElse(List.of());
    }

    private static List<Recommendation> helpers(Station station, List<Worker> available, Skills skills) {
        String activity = station.activityType();
        return available.stream()
                .filter(worker -> skills.has(worker.id(), activity))
                .filter(worker -> !activity.equals(worker.currentActivity()))
                .sorted(Comparator.<Worker, BigDecimal>comparing(
                                worker -> skills.average(worker.id(), activity, EXACT), Comparator.reverseOrder())
                        .thenComparing(Worker::id))
                .limit(HELPERS)
                .map(worker -> new Recommendation(
                        "reassign",
                        worker.id(),
                        worker.name(),
                        worker.currentStation(),
                        station.displayName(),
                        "high",
                        worker.name() + " averages " + skills.average(worker.id(), activity, 0)
                                + " items per activity at " + station.displayName()))
                .toList();
    }
}
