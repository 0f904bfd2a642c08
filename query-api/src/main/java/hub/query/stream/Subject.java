package hub.query.stream;

import hub.query.hot.Served;
import reactor.core.publisher.Mono;

/** One view with its parameters, as a stream follows it. */
public interface Subject {

    /** The view's name. */
    String name();

    /** The answer as it is now; without a date given, of the day that is today now. Asked again and again. */
    Mono<Served> ask();
}
