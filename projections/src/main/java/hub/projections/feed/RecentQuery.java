package hub.projections.feed;

/** The newest {@code limit} events of today. */
public record RecentQuery(int limit) {

    public static final int MAX = 200;
    public static final int USUAL = 10;
}
