package hub.projections.view;

/** Where items, points and minutes come from ({@code hub.scores}). Applied in views: switching needs no rebuild. */
public enum ScoreMode {
    /** Derived from activities and shifts until the day has ended and its stored score is final. */
    LIVE,
    /** Always what {@code daily_scores} and {@code clock_times.total_minutes} say: for comparison with the legacy. */
    STORED
}
