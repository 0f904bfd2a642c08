package hub.projections.flags;

/** At most {@code limit} flags. */
public record UnreviewedQuery(int limit) {

    public static final int MAX_LIMIT = 100;
}
