package hub.query.warm;

import hub.redis.Readiness;
import reactor.core.publisher.Mono;

/** Where this process says that it serves, and hears what it shall hold ready. */
@FunctionalInterface
public interface Presence {

    /** @return the last wish; empty if there is none */
    Mono<String> say(Readiness readiness);
}
