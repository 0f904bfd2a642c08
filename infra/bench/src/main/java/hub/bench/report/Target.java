package hub.bench.report;

/** What a line is held against. */
public sealed interface Target {

    Bound bound();

    boolean reachedBy(Line line);

    /** A wish for the median of the ratios of service to floor. */
    record Ratio(Bound bound) implements Target {
        @Override
        public boolean reachedBy(Line line) {
            Sample ratio = line.ratio();
            return ratio != null && bound.allows(ratio.median());
        }

        @Override
        public String toString() {
            return bound.toString();
        }
    }

    /** A wish for the median of the service's own figure, in the line's unit. */
    record Figure(Bound bound, String unit) implements Target {
        @Override
        public boolean reachedBy(Line line) {
            return bound.allows(line.measured().median());
        }

        @Override
        public String toString() {
            return bound + " " + unit;
        }
    }

    /**
     * What every round of either side must be, or the lines around it are not what they say: a run in which it is not,
     * fails.
     */
    record Condition(Bound bound, String unit) implements Target {
        @Override
        public boolean reachedBy(Line line) {
            Sample floor = line.floor();
            return line.measured().rounds().stream().allMatch(bound::allows)
                    && (floor == null || floor.rounds().stream().allMatch(bound::allows));
        }

        @Override
        public String toString() {
            return bound + " " + unit;
        }
    }
}
