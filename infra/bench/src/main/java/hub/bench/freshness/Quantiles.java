package hub.bench.freshness;

import hub.bench.report.Rank;
import java.util.Arrays;
import java.util.Locale;

/**
 * What most, nearly all and all but the worst of some milliseconds are within.
 *
 * @param cameIn rows per second that came in meanwhile
 */
record Quantiles(double p50, double p95, double p99, double cameIn) {

    static Quantiles of(double[] millis, double cameIn) {
        double[] sorted = Arrays.stream(millis).sorted().toArray();
        return new Quantiles(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), cameIn);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %.1f", p50, p99);
    }

    private static double at(double[] sorted, double share) {
        return sorted[Rank.index(sorted.length, share)];
    }
}
