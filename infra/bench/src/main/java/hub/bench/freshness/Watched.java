package hub.bench.freshness;

import hub.bench.freshness.Marker.Committed;

/** Somebody who waits for markers. */
interface Watched extends AutoCloseable {

    /** Waits until {@code committed} is seen; {@link System#nanoTime()} of that. */
    long awaitSeen(Committed committed) throws Exception;

    @Override
    void close();
}
