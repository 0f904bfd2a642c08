package hub.projections.store;

import org.jspecify.annotations.Nullable;

/**
 * Which generation is served.
 *
 * @param live the one that readers read; null before the first fill has ended
 * @param previous the one that {@code rollback} returns to, still fed; null if there is none
 */
public record Pointer(@Nullable Generation live, @Nullable Generation previous) {
    public static final Pointer NONE = new Pointer(null, null);
}
