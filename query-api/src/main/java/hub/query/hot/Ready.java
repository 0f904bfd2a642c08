package hub.query.hot;

import org.jspecify.annotations.Nullable;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;

/** Looks whether a {@link Mono} is a value already, so that a hot answer needs no subscription. */
public final class Ready {

    private Ready() {}

    /** The value; null if it must be waited for. */
    @SuppressWarnings("unchecked") // a scalar's value is of the type that it emits
    public static <T> @Nullable T of(Mono<T> mono) {
        if (!(mono instanceof Fuseable.ScalarCallable<?> scalar)) {
            return null;
        }
        try {
            return (T) scalar.call();
        } catch (Exception e) {
            return null; // an error signal: subscribing tells it
        }
    }
}
