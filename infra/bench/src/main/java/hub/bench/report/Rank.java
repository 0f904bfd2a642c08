package hub.bench.report;

/** Which of some sorted values a share of them stays within: the nearest rank, which is always one that was measured. */
public final class Rank {

    /** Shares have no exact binary form: 0.99 of 300 may come out a little above 297. */
    private static final double ROUNDING = 1e-9;

    private Rank() {}

    /**
     * The index, from 0.
     *
     * @param count of the values, at least 1
     * @param share above 0, at most 1
     */
    public static int index(int count, double share) {
        return Math.max(0, (int) Math.ceil(count * share - ROUNDING) - 1);
    }
}
