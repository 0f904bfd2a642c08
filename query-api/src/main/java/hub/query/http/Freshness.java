package hub.query.http;

import hub.query.hot.Served;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What a caller may demand of the position of an answer. */
@FunctionalInterface
public interface Freshness {

    /** Takes any answer. */
    Freshness ANY = (call, ask, latest) -> ask.get();

    /**
     * The answer that {@code call} demands.
     *
     * @param ask asks once; may be called several times
     * @param latest the same, but takes no bytes that have just gone stale
     */
    Mono<Served> answer(Call call, Supplier<Mono<Served>> ask, Supplier<Mono<Served>> latest);
}
