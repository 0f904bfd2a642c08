package hub.bench.freshness;

import java.util.SplittableRandom;

/**
 * How many markers a turn commits, and how long it rests before each.
 *
 * @param leastPauseMillis up to {@value #SPREAD_MILLIS} ms are added, so that nothing falls into step with the markers
 */
record Pace(int commits, int leastPauseMillis) {

    /** So long that the pace of a stream never makes a change wait. */
    static final int OF_A_STREAM_MILLIS = 120;

    private static final int SPREAD_MILLIS = 20;

    void pause(SplittableRandom random) throws InterruptedException {
        Thread.sleep(leastPauseMillis + random.nextInt(SPREAD_MILLIS));
    }
}
