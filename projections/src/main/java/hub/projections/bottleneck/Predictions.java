package hub.projections.bottleneck;

import hub.projections.bottleneck.Flow.Prediction;
import hub.projections.view.Decimals;
import java.util.ArrayList;
import java.util.List;

/** What happens soon if everything goes on as it does: a queue overflows, or a station runs out of work. */
final class Predictions {

    private static final long FULL_QUEUE = 300;
    private static final long SOON_HOURS = 2;
    private static final long SHRINKING = -10;

    private Predictions() {}

    static List<Prediction> of(Diagnosis diagnosis) {
        List<Prediction> predictions = new ArrayList<>();
        for (Station station : Station.values()) {
            long growth = diagnosis.queueGrowth(station);
            long queue = diagnosis.estimatedQueue(station);
            if (growth > 0 && queue < FULL_QUEUE && FULL_QUEUE - queue < SOON_HOURS * growth) {
                predictions.add(overflow(station, FULL_QUEUE - queue, growth));
            }
            if (growth < SHRINKING && station != Station.PICKING && queue < -growth) {
                predictions.add(outOfWork(station, queue, -growth));
            }
        }
        return List.copyOf(predictions);
    }

    private static Prediction overflow(Station station, long room, long growth) {
        var hours = Decimals.divide(room, growth, 1);
        return new Prediction(
                station.displayName(),
                "Queue will reach " + FULL_QUEUE + " items in " + hours + " hours",
                2 * room < growth ? "high" : "medium",
                hours);
    }

    private static Prediction outOfWork(Station station, long queue, long shrinks) {
        var minutes = Decimals.divide(60 * queue, shrinks, 0);
        return new Prediction(
                station.displayName(),
                "Will run out of work in " + minutes + " minutes",
                "medium",
                Decimals.divide(queue, shrinks, 1));
    }
}
