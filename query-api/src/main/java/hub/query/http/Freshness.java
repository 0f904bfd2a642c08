package hub.query.http;

import hub.query.hot.Served;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What a caller may demand of the position of an answer. */
@FunctionalInterface
public interface Freshness {

    /** Takes any answer. */
    Freshness ANY = (call, ask) -> ask.get();

    /**
     * The answer that {@code call} demands.
     *
     * @param ask asks once; may be called several times
     */
    Mono<Served> answer(Call call, Supplier<Mono<Served>> ask);
}
