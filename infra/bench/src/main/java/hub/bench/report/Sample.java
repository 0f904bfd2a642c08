package hub.bench.report;

import java.util.Arrays;
import java.util.List;

/** One figure, measured once per round, in the order of the rounds. */
public record Sample(List<Double> rounds) {

    public Sample {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("a sample needs at least one round");
        }
    }

    public static Sample of(double... rounds) {
        return new Sample(Arrays.stream(rounds).boxed().toList());
    }

    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double min() {
        return sorted()[0];
    }

    public double max() {
        double[] sorted = sorted();
        return sorted[sorted.length - 1];
    }

    /** Round by round: a slow moment of the machine hits both of a pair, so the ratio spreads less than either. */
    public Sample over(Sample floor) {
        if (floor.rounds.size() != rounds.size()) {
            throw new IllegalArgumentException(rounds.size() + " rounds against " + floor.rounds.size());
        }
        double[] ratios = new double[rounds.size()];
        Arrays.setAll(ratios, i -> rounds.get(i) / floor.rounds.get(i));
        return of(ratios);
    }

    private double[] sorted() {
        return rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
